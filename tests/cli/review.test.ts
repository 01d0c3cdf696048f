import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { reviewClaims } from '../../src/cli/review.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { compile } from '../support/check.ts';
import { readFiles } from '../support/files.ts';
import { runCommand } from '../support/run-command.ts';

const DOWN = '\u001b[B';
const ENTER = '\r';
const STOP = '\u0003';
const ACCEPT = ENTER;
const EDIT = DOWN + ENTER;
const REJECT = DOWN + DOWN + ENTER;
const NEXT = DOWN + DOWN + DOWN + ENTER;

const DRAFTS = `# What the program found.
- id: first   # keep me
  by: ada
  at: "3:00-4:00"
  text: The first draft.
  quote: the first words
  type: rule
  about: [ rag ]
  status: proposed
  provenance: { method: agent, tool: 'on-record draft' }

# Between the two.
- id: facts
  by: ada
  at: "5:00-6:00"
  text: >-
    The second draft, over
    two lines.
  type: example
  about: [rag]
  status: proposed
`;
const CLAIMS = `${SOUND['claims/one.yaml']}- {id: flow, by: ada, at: "7:00", text: In one line., type: rule, about: [rag], status: proposed} # note
- id: unsaid
  by: ada
  at:   '8:00'
  text: Its status is not said.
  type: rule
  about: [rag]
`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'review-'));
  for (const [path, text] of Object.entries({
    ...SOUND,
    'drafts/one.yaml': DRAFTS,
    'drafts/other.yaml': '- id: elsewhere\n  by: ada\n  at: "1:00"\n  text: Elsewhere.\n  type: rule\n  about: [rag]\n',
    'claims/one.yaml': CLAIMS,
  })) {
    await mkdir(join(folder, path, '..'), { recursive: true });
    await writeFile(join(folder, path), text);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Sits at a terminal: types each answer when the next question is there. */
async function sit(answers: readonly string[], episode?: string) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 40 });
  let shown = '';
  const left = [...answers];
  /** What asks shows a mark that it is active; it goes when the question is answered. */
  let seen = 0;
  output.on('data', (bytes: Buffer) => {
    shown += bytes.toString();
    const asked = shown.split('◆').length - 1;
    if (asked > seen) {
      seen = asked;
      const answer = left.shift();
      if (answer !== undefined) setImmediate(() => type(answer));
    }
  });
  /** One key after the other, as a hand does. */
  function type(answer: string): void {
    for (const part of answer.split(new RegExp(`(${DOWN.replace('[', '\\[')})`))) {
      for (const key of part === DOWN ? [DOWN] : part) input.write(key);
    }
  }
  const done = await reviewClaims(folder, { input, output }, episode);
  return { done, shown: stripVTControlCharacters(shown), unused: left };
}
const file = (path: string) => readFile(join(folder, path), 'utf8');

it('changes no byte when somebody only looks, or leaves at once', async () => {
  const before = await readFiles(folder);
  for (const answers of [[STOP], [NEXT, NEXT, NEXT, NEXT, NEXT], [NEXT, EDIT, STOP]]) {
    await sit(answers);
    expect(await readFiles(folder)).toEqual(before);
  }
});

it('shows who says what, where, and how far one is', async () => {
  const { shown, done } = await sit([NEXT, STOP], 'one');
  expect(shown).toContain('1 of 4  one  3:00-4:00  ada');
  expect(shown).toContain('“the first words”');
  expect(shown).toContain('2 of 4  one  5:00-6:00  ada');
  expect(shown).not.toContain('Elsewhere');
  expect(done).toEqual({ accept: 0, reject: 0, left: 4 });
});

it('accepts a draft: it moves to the claims, reviewed, and nothing else changes', async () => {
  const { done } = await sit([ACCEPT, STOP]);
  expect(done).toEqual({ accept: 1, reject: 0, left: 4 });
  const claims = await file('claims/one.yaml');
  expect(claims.startsWith(CLAIMS)).toBe(true);
  expect(claims.slice(CLAIMS.length)).toBe(
    DRAFTS.slice(DRAFTS.indexOf('- id: first'), DRAFTS.indexOf('\n# Between') + 0)
      .replace('status: proposed', 'status: reviewed')
      .replace('- id: first   #', '- id: first #')
      .replace('[ rag ]', '[rag]')
      .replace("{ method: agent, tool: 'on-record draft' }", "{method: agent, tool: 'on-record draft'}"),
  );
  const drafts = await file('drafts/one.yaml');
  expect(drafts).toBe(`# What the program found.\n${DRAFTS.slice(DRAFTS.indexOf('\n# Between'))}`);
});

it('gives an accepted draft another id where its own is taken', async () => {
  await sit([NEXT, ACCEPT, STOP]);
  const ids = (parse(await file('claims/one.yaml')) as { id: string }[]).map(({ id }) => id);
  expect(ids).toEqual(['facts', 'flow', 'unsaid', 'facts-2']);
});

it('edits: the new words stand, the quote of the old ones goes', async () => {
  await sit([EDIT, ` And more: "quoted", with a colon.${ENTER}`, STOP]);
  const claim = (parse(await file('claims/one.yaml')) as Record<string, unknown>[]).at(-1);
  expect(claim).toEqual({
    id: 'first',
    by: 'ada',
    at: '3:00-4:00',
    text: 'The first draft. And more: "quoted", with a colon.',
    type: 'rule',
    about: ['rag'],
    status: 'reviewed',
    provenance: { method: 'agent', tool: 'on-record draft' },
  });
});

it('rejects; a file of drafts without one goes', async () => {
  const { done, unused } = await sit([REJECT, REJECT, REJECT, STOP]);
  expect(done).toEqual({ accept: 0, reject: 3, left: 2 });
  expect(unused).toEqual([]);
  expect(await readdir(join(folder, 'drafts'))).toEqual([]);
  expect(await file('claims/one.yaml')).toBe(CLAIMS);
});

it('reviews claims that are there as proposed in their place', async () => {
  const { done } = await sit([NEXT, NEXT, NEXT, ACCEPT, ACCEPT]);
  expect(done).toEqual({ accept: 2, reject: 0, left: 3 });
  expect(await file('claims/one.yaml')).toBe(
    CLAIMS.replace('about: [rag], status: proposed}', 'about: [rag], status: reviewed}').replace(
      "  at:   '8:00'\n  text: Its status is not said.\n  type: rule\n  about: [rag]\n",
      "  at: '8:00'\n  text: Its status is not said.\n  type: rule\n  about: [rag]\n  status: reviewed\n",
    ),
  );
  const { graph, published } = compile(await readFiles(folder));
  expect(published.graph.nodes.length).toBe(graph.nodes.length);
});

it('asks nobody where nobody can answer', async () => {
  const { code, stderr } = await runCommand(['review', '--content', folder]);
  expect(code).toBe(2);
  expect(stderr).toContain('call it in a terminal');
});
