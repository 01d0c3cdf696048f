import { expect, it } from 'vitest';
import { searchRecords } from '../../../src/exports/search-records.ts';
import { addressesOf } from '../../../src/wiki/graph/published-addresses.ts';
import { allKinds } from '../../../src/wiki/kinds/index.ts';
import { claimYaml, SOUND, soundWith } from '../../../src/wiki/rules/examples.ts';
import { comparisonIndex } from '../../../src/wiki/views/comparison/comparison-index.ts';
import { conceptPairs } from '../../../src/wiki/views/comparison/concept-pairs.ts';
import { guestPairs } from '../../../src/wiki/views/comparison/guest-pairs.ts';
import { homeView } from '../../../src/wiki/views/home-view.ts';
import { indexView } from '../../../src/wiki/views/index-view.ts';
import { nodeView } from '../../../src/wiki/views/node-view.ts';
import { previews } from '../../../src/wiki/views/previews.ts';
import { proposals } from '../../../src/wiki/views/proposals.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile, print } from '../../support/check.ts';

/** Words and names that stand in a proposed claim and nowhere else. */
const SECRET = 'zanzibar';
const proposal = (status: string) =>
  `- id: ${SECRET}-id\n  by: ada\n  at: "3:00-4:00"\n  text: All of ${SECRET} belongs in the weights.\n  quote: a word of ${SECRET}\n  type: rule\n${status}  about: [rag, tuning]\n  criterion: cost\n  option: tuning\n  conditions: [only in ${SECRET}]\n  takes: { index: opposes }\n  relations:\n    - kind: contradicts\n      claim: one/facts\n`;
const archive = (status: string) =>
  soundWith({
    'episodes/two.md':
      '---\ntitle: Episode two\ndate: 2025-09-09\nguests: [ada]\nmedia:\n  - youtube: bcdefghijkl\n---\n',
    'concepts/tuning.md': '---\ntitle: Tuning\nrelated: [rag]\n---\n',
    'positions/index.md': '---\ntitle: Facts belong in the index\nabout: [rag]\n---\n',
    'comparisons/rag-vs-tuning.md':
      '---\ntitle: RAG vs tuning\noptions: [rag, tuning]\ncells:\n  - criterion: cost\n    option: rag\n    text: Cheap [[claim:one/facts]].\n---\n',
    'claims/one.yaml': claimYaml('  takes: { index: supports }\n'),
    'claims/two.yaml': proposal(status),
  });

/** All that readers can get to see. */
function everything(status: string): string {
  const wiki = compile(archive(status));
  const context = viewContext(wiki, '/', (source) => source);
  const { graph } = context.wiki;
  return JSON.stringify([
    graph.nodes.map((node) => [nodeView(context, node.id), graph.date(node.id)]),
    graph.ofKind('episode').map((episode) => previews(context, episode.id)),
    allKinds.map((kind) => indexView(context, kind.name)),
    homeView(context),
    comparisonIndex(context),
    conceptPairs(context),
    guestPairs(context),
    searchRecords(context),
    addressesOf(wiki.published.graph),
    graph.graph.export(),
  ]);
}

it.each([['  status: proposed\n'], ['']])('a claim with %j is nowhere', (status) => {
  const without = archive(status);
  delete (without as Record<string, string>)['claims/two.yaml'];
  const bare = viewContext(compile(without), '/', (source) => source);
  const seen = everything(status);
  expect(seen).not.toContain(SECRET);
  // Nor is it counted: what readers see is what they would see without it.
  expect(
    nodeView(
      viewContext(compile(archive(status)), '/', (source) => source),
      'position:index',
    ),
  ).toEqual(nodeView(bare, 'position:index'));
  expect(
    nodeView(
      viewContext(compile(archive(status)), '/', (source) => source),
      'comparison:rag-vs-tuning',
    ),
  ).toEqual(nodeView(bare, 'comparison:rag-vs-tuning'));
  // It gives no page its date.
  expect(bare.wiki.graph.date('concept:tuning')).toBeUndefined();
  expect(compile(archive(status)).published.graph.date('concept:tuning')).toBeUndefined();
});

it.each(['reviewed', 'disputed', 'superseded'])('a %s claim is shown', (status) => {
  const seen = everything(`  status: ${status}\n`);
  expect(seen).toContain(`All of ${SECRET} belongs`);
  if (status !== 'reviewed') expect(seen).toContain(`"status":"${status}"`);
});

it('curators see what is proposed, and checks hold it to the same rules', () => {
  const wiki = compile(archive('  status: proposed\n'));
  expect(proposals(wiki.graph, 'episode:two')).toEqual([
    {
      id: `claim:two/${SECRET}-id`,
      at: ['3:00-4:00'],
      by: 'Ada Lovelace',
      text: `All of ${SECRET} belongs in the weights.`,
      file: 'claims/two.yaml',
    },
  ]);
  expect(proposals(wiki.graph, 'episode:one')).toEqual([]);
  const wrong = compile(archive('  status: proposed\n  criterion: nothing\n'.replace('  criterion', '  option')));
  expect(wrong.diagnostics.some(({ file }) => file === 'claims/two.yaml')).toBe(true);
});

it('nothing is copied where nothing is held back', () => {
  const wiki = compile(SOUND);
  expect(wiki.published.graph).toBe(wiki.graph);
  expect(wiki.published.resolver).toBe(wiki.resolver);
});

it('a page that cites it is told so, and so is a collection', () => {
  const files = {
    ...archive('  status: proposed\n'),
    'articles/a.md': `---\ntitle: A\n---\nSo it is [[claim:two/${SECRET}-id]].\n`,
    'collections/c.md': `---\ntitle: C\nclaims:\n  - claim: two/${SECRET}-id\n    why: Because.\n---\n`,
  };
  const found = compile(files).diagnostics.filter(({ code }) => code === 'proposed-citation');
  expect(print(found, files)).toMatch(/articles\/a\.md:4:10 {2}error/);
  expect(found.map(({ file, span }) => `${file}:${span.start.line}:${span.start.column}`)).toEqual([
    'articles/a.md:4:10',
    'collections/c.md:4:12',
  ]);
});
