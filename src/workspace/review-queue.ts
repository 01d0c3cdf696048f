import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DRAFT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { kinds } from '../wiki/kinds/index.ts';
import { compareText } from '../wiki/text/order.ts';
import { asList } from '../wiki/text/plain.ts';
import { replaceFile } from './replace-file.ts';
import { editEntry, type YamlEntry, yamlEntries } from './yaml-entries.ts';

/** A claim that waits for a reader, as it was written. */
export interface WaitingClaim {
  episode: string;
  id: string;
  at: string[];
  by: string;
  text: string;
  quote?: string;
  type: string;
  about: string[];
  /** Where it stands: `drafts/x.yaml`, or `claims/x.yaml` with the status `proposed`. */
  file: string;
  /** Its lines, by which it is found again. */
  lines: string;
}

const CLAIMS = kinds.claim.folder;

/** Drafts first, then claims that are there as proposed; each by episode, in the order of the file. */
export async function waitingClaims(content: string, episode?: string): Promise<WaitingClaim[]> {
  const waiting: WaitingClaim[] = [];
  for (const folder of [DRAFT_FOLDER, CLAIMS]) {
    const names = await readdir(join(content, folder)).catch((): string[] => []);
    for (const name of names.filter((one) => /\.ya?ml$/.test(one)).sort(compareText)) {
      const slug = name.replace(/\.ya?ml$/, '');
      if (episode !== undefined && slug !== episode) continue;
      const file = `${folder}/${name}`;
      const text = await readFile(join(content, file), 'utf8');
      for (const entry of yamlEntries(text) ?? []) {
        const claim = waitingClaim(entry, slug, file, text);
        if (claim && (folder === DRAFT_FOLDER || isProposed(entry))) waiting.push(claim);
      }
    }
  }
  return waiting;
}

function isProposed({ data }: YamlEntry): boolean {
  return kinds.claim.isHeldBack?.(data as Record<string, unknown>) === true;
}

function waitingClaim({ data, start, end }: YamlEntry, episode: string, file: string, text: string) {
  if (data === null || typeof data !== 'object') return undefined;
  const { id, at, by, text: said, quote, type, about } = data as Record<string, unknown>;
  const claim: WaitingClaim = {
    episode,
    id: String(id ?? ''),
    at: asList(at as string | string[] | undefined).map(String),
    by: String(by ?? ''),
    text: String(said ?? ''),
    ...(typeof quote === 'string' ? { quote } : {}),
    type: String(type ?? ''),
    about: asList(about as string | string[] | undefined).map(String),
    file,
    lines: text.slice(start, end),
  };
  return claim;
}

/** Makes it a reviewed claim; with `text` in other words, and then without the quote that went with the old ones. */
export async function acceptClaim(content: string, claim: WaitingClaim, text?: string): Promise<void> {
  const words = text === undefined || text === claim.text ? {} : { text, quote: undefined };
  const reviewed = editEntry(claim.lines, { ...words, status: 'reviewed' });
  const home = `${CLAIMS}/${claim.episode}.yaml`;
  if (!claim.file.startsWith(`${DRAFT_FOLDER}/`)) {
    await changeLines(content, claim, reviewed);
    return;
  }
  const path = join(content, home);
  const before = await readFile(path, 'utf8').catch(() => '');
  // Killed between the two files the last time: it stands there already.
  if (before.includes(reviewed)) {
    await changeLines(content, claim, '');
    return;
  }
  const taken = new Set((yamlEntries(before) ?? []).map(({ data }) => (data as { id?: unknown } | null)?.id));
  let id = claim.id;
  for (let number = 2; taken.has(id); number++) id = `${claim.id}-${number}`;
  const own = id === claim.id ? reviewed : editEntry(reviewed, { id });
  const gap = before === '' || before.endsWith('\n') ? '' : '\n';
  await replaceFile(path, before + gap + own);
  await changeLines(content, claim, '');
}

/** Takes it out of its file. */
export async function rejectClaim(content: string, claim: WaitingClaim): Promise<void> {
  await changeLines(content, claim, '');
}

/** Puts other lines in the place of a claim’s. A file of drafts that is empty then goes. */
async function changeLines(content: string, claim: WaitingClaim, lines: string): Promise<void> {
  const path = join(content, claim.file);
  const text = await readFile(path, 'utf8');
  const entry = yamlEntries(text)?.find(({ start, end }) => text.slice(start, end) === claim.lines);
  if (!entry) throw new Error(`${claim.file} was changed meanwhile: \`${claim.id}\` is not where it was`);
  const after = text.slice(0, entry.start) + lines + text.slice(entry.end);
  if (claim.file.startsWith(`${DRAFT_FOLDER}/`) && yamlEntries(after)?.length === 0) await rm(path);
  else await replaceFile(path, after);
}
