import { appendFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isCancel, select, text } from '@clack/prompts';
import { parse, stringify } from 'yaml';
import type { DraftClaim } from '../wiki/evidence/draft-claims.ts';
import { DRAFT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { count } from '../wiki/text/plain.ts';
import { contentOption, defineCommand } from './define-command.ts';

export const review = defineCommand({
  name: 'review',
  summary: 'Walks through proposed claims: accept, edit, reject, next.',
  arguments: '[EPISODE]',
  options: { content: contentOption },
  details:
    'What is accepted moves from drafts/ to claims/ as reviewed, without its quote unless you keep it. Ctrl+C stops.',
  async run({ options, positionals }) {
    const folder = join(String(options.content), DRAFT_FOLDER);
    const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.yaml')).sort();
    const wanted = positionals[0] ? names.filter((name) => name === `${positionals[0]}.yaml`) : names;
    let accepted = 0;
    for (const name of wanted) {
      const path = join(folder, name);
      const drafts = (parse(await readFile(path, 'utf8')) as DraftClaim[] | null) ?? [];
      const left: DraftClaim[] = [];
      let isStopped = false;
      for (const [index, draft] of drafts.entries()) {
        const answer = isStopped
          ? 'next'
          : await decide(draft, `${name.replace('.yaml', '')} ${index + 1}/${drafts.length}`);
        if (answer === 'stop') isStopped = true;
        if (answer === 'next' || answer === 'stop') left.push(draft);
        else if (answer !== 'reject') {
          await accept(join(String(options.content), 'claims'), name, answer);
          accepted++;
        }
      }
      if (left.length > 0) await writeFile(path, stringify(left, { lineWidth: 0 }));
      else await rm(path);
      if (isStopped) break;
    }
    console.log(`${count(accepted, 'claim')} accepted.`);
    return 0;
  },
});

type Decision = DraftClaim | 'reject' | 'next' | 'stop';

async function decide(draft: DraftClaim, place: string): Promise<Decision> {
  const said = draft.quote && draft.quote !== draft.text ? `\n“${draft.quote}”` : '';
  const answer = await select({
    message: `${place}  ${draft.at}  ${draft.by}\n${draft.text}${said}\nabout ${draft.about.join(', ')}; ${draft.type}`,
    options: [
      { value: 'accept', label: 'Accept' },
      { value: 'edit', label: 'Edit and accept' },
      { value: 'reject', label: 'Reject' },
      { value: 'next', label: 'Next' },
    ],
  });
  if (isCancel(answer)) return 'stop';
  if (answer === 'reject' || answer === 'next') return answer;
  if (answer === 'accept') return draft;
  const edited = await text({ message: 'In your own words', initialValue: draft.text });
  if (isCancel(edited)) return 'stop';
  const { quote: _, ...rest } = draft;
  return { ...rest, text: String(edited).trim() || draft.text };
}

/** Only here does a proposal become a claim: a person has read it. */
async function accept(folder: string, name: string, draft: DraftClaim): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, name), `\n${stringify([{ ...draft, status: 'reviewed' }], { lineWidth: 0 })}`);
}
