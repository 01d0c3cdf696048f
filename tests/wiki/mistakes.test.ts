import { expect, it } from 'vitest';
import { diagnosticSchema, formatJson } from '../../src/wiki/diagnostics/format-json.ts';
import { formatSummary } from '../../src/wiki/diagnostics/format-text.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { rules } from '../../src/wiki/rules/index.ts';
import { compile } from '../support/check.ts';

/** One mistake of each sort, each in a place of its own. */
const MISTAKES = {
  ...SOUND,
  'addresses.lock.yaml': '- concepts/rag/\n- concepts/long-gone/\n',
  'articles/braces.mdx': '---\ntitle: Braces\n---\n\nOpen { and never closed.\n',
  'articles/prose.md': [
    '---',
    'title: Prose',
    '---',
    'A 😀 [[ragg]] and [[rag#top]] and [[|nothing]].',
    '![[rag]] <b>bold</b>',
    '[press](javascript:alert(1)) ![chart](https://example.org/a.png)',
    'Both are [[twice]].',
    'Somebody said so [[claim:one/rests]].',
    'On [this](/concepts/ragg/) page and [that](/somewhere/).',
    '',
  ].join('\n'),
  'articles/quotes.md': `---\ntitle: Quotes\n---\n${'>'.repeat(120)} Deep.\n`,
  'articles/signs.md': `---\ntitle: Signs\n---\nToo many: ${'&amp;'.repeat(10_001)}\n`,
  'articles/My Notes.md': '---\ntitle: Notes\n---\n',
  'articles/untitled.md': '---\nsummary: No title.\n---\n',
  'articles/yaml.md': '---\ntitle: "Open\n---\n',
  'articles/no-keys.md': 'Only prose.\n',
  'drawer/x.md': '---\ntitle: X\n---\n',
  'claims/one.yaml': [
    SOUND['claims/one.yaml']?.trimEnd(),
    '- {id: facts, by: ada, at: "3:00", text: Again., type: rule, about: [rag]}',
    '- {id: back, by: ada, at: "5:00-4:00", text: Backwards., type: rule, about: [rag]}',
    '- {id: eve, by: eve, at: "6:00", text: Not there., type: rule, about: [rag]}',
    '- {id: kind, by: ada, at: "7:00", text: Wrong kind., type: rule, about: [hans]}',
    '- {id: word, by: ada, at: "8:00", text: Wrong word., type: rul, about: [rag]}',
    '- {id: key, by: ada, at: "9:00", text: Wrong key., type: rule, about: [rag], speaker: ada}',
    '- {id: pro, by: ada, at: "10:00", text: Caches hide slow indexes from impatient users., type: rule, about: [rag], takes: {facts: supports}}',
    '- {id: con, by: ada, at: "11:00", text: Models learn more than they are told., type: rule, about: [rag], takes: {facts: opposes}}',
    '- {id: same, by: ada, at: "12:00", text: Caches hide slow indexes from impatient users!, type: rule, about: [rag]}',
    '- {id: old, by: ada, at: "13:00", text: Replaced., type: rule, about: [rag], status: superseded}',
    '- {id: rests, by: ada, at: "14:00", text: Rests., type: rule, about: [rag], relations: [{kind: supports, claim: one/old}]}',
    '',
  ].join('\n'),
  'claims/none.yaml': '- {id: a, by: ada, at: "3:00", text: No episode., type: rule, about: [rag]}\n',
  'comparisons/bare.md': '---\ntitle: Bare\noptions: [rag, up]\nanswer: It depends.\n---\n',
  'comparisons/double.md': '---\ntitle: Double\noptions: [rag, RAG]\n---\n',
  'concepts/up.md': '---\ntitle: Up\nbroader: [down]\n---\n',
  'concepts/down.md': '---\ntitle: Down\nbroader: [up]\n---\n',
  'concepts/lonely.md': '---\ntitle: Lonely\n---\n',
  'concepts/rag.md': '---\ntitle: RAG\n---\nA caf\uFFFD, and [[claim:one/facts]].\n',
  'concepts/twice.md': '---\ntitle: First of two\nbroader: [rag]\n---\n',
  'criteria/twice.md':
    '---\ntitle: Second of two\n---\nSee [[criterion:twice]], [[concept:twice]], [[criterion:price]] and [[criterion:fees]].\n',
  'criteria/price.md': '---\ntitle: Cost\n---\n[[Second of two]]\n',
  'criteria/fees.md': '---\ntitle: Fees\naliases:\n  - Second of Two\n---\n',
  'episodes/two.md':
    '---\ntitle: Two\nmedia:\n  - youtube: abcdefghijk\n    video: https://example.org/v.mp4\nchapters:\n  - {at: "2:00", title: A}\n  - {at: "1:00", title: B}\n---\n',
  'positions/facts.md': '---\ntitle: Facts are looked up\nabout: [rag]\n---\n',
  'guests/eve.md': '---\ntitle: Eve\n---\n',
  'map.lock.yaml': 'guest:eve: [somewhere]\n',
};

const EXPECTED = `
addresses.lock.yaml:2:3 broken-address
articles/My Notes.md:1:1 bad-file-name
articles/braces.mdx:5:6 unreadable-mdx
articles/no-keys.md:1:1 unreadable-front-matter
articles/prose.md:4:6 unknown-link
articles/prose.md:4:19 unknown-heading
articles/prose.md:4:35 empty-link
articles/prose.md:5:1 unknown-embed
articles/prose.md:5:10 raw-html
articles/prose.md:6:1 unsafe-url
articles/prose.md:6:30 remote-image
articles/prose.md:7:10 ambiguous-link
articles/prose.md:8:18 proposed-citation
articles/prose.md:9:4 unknown-address
articles/prose.md:9:37 unknown-place
articles/quotes.md:4:101 too-deep
articles/signs.md:4:50011 too-many-signs
articles/untitled.md:2:1 missing-key
articles/yaml.md:3:1 unreadable-yaml
claims/none.yaml:1:3 claims-without-episode
claims/one.yaml:9:8 duplicate-id
claims/one.yaml:10:27 reversed-range
claims/one.yaml:11:17 speaker-not-in-episode
claims/one.yaml:12:74 wrong-kind-link
claims/one.yaml:13:60 wrong-value
claims/one.yaml:14:78 unknown-key
claims/one.yaml:15:123 contradictory-stances
claims/one.yaml:17:42 near-duplicate-claim
claims/one.yaml:19:113 superseded-support
comparisons/bare.md:3:16 option-without-claims
comparisons/bare.md:4:9 uncited-statement
comparisons/double.md:3:16 duplicate-option
concepts/lonely.md:2:8 unlinked-page
concepts/rag.md:4:6 lost-character
concepts/up.md:3:11 broader-cycle
criteria/fees.md:4:5 duplicate-alias
criteria/price.md:2:8 duplicate-title
drawer/x.md:1:1 misplaced-file
episodes/two.md:4:5 shared-medium
episodes/two.md:4:5 unclear-medium
episodes/two.md:8:10 chapters-out-of-order
map.lock.yaml:1:1 map-lock
`;

/** Mistakes that only a transcript or a setting shows are in the rules’ own examples. */
const sorts = rules.filter(({ wrong }) => !Object.keys(wrong).some((path) => /^(transcripts\/|settings)/.test(path)));

it('a folder with one mistake of each sort gets one diagnostic for each, at its place', () => {
  const { diagnostics } = compile(MISTAKES);
  const found = diagnostics.map(({ file, span: { start }, code }) => `${file}:${start.line}:${start.column} ${code}`);
  expect(`\n${found.join('\n')}\n`).toBe(EXPECTED);
  expect(diagnostics.map(({ code }) => code).sort()).toEqual(sorts.map(({ code }) => code));
  expect(formatSummary(diagnostics)).toBe('29 errors, 13 warnings in 21 files');
});

it('each is one line of JSON of the published shape', () => {
  const { diagnostics } = compile(MISTAKES);
  for (const diagnostic of diagnostics) {
    const line = formatJson(diagnostic, 'content/');
    expect(line).not.toContain('\n');
    const read = diagnosticSchema.parse(JSON.parse(line));
    expect(read).toEqual({
      ...diagnostic,
      file: `content/${diagnostic.file}`,
      ...(diagnostic.related && {
        related: diagnostic.related.map((other) => ({ ...other, file: `content/${other.file}` })),
      }),
    });
  }
  expect(formatJson(diagnostics.find(({ code }) => code === 'duplicate-id') ?? expect.fail())).toBe(
    '{"code":"duplicate-id","severity":"error","file":"claims/one.yaml","span":{"start":{"line":9,"column":8},"end":{"line":9,"column":13}},"message":"`one/facts` is already the address of another claim","hint":"choose another id","related":[{"file":"claims/one.yaml","span":{"start":{"line":1,"column":3},"end":{"line":8,"column":19}},"message":"first used here"}]}',
  );
});
