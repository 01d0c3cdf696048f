import { describe, it } from 'vitest';
import { claimYaml, soundWith } from '../../../src/wiki/rules/examples.ts';
import { check } from '../../support/check.ts';

const claims = (lines: string) => soundWith({ 'claims/one.yaml': claimYaml(lines) });
const cost = (body: string) => soundWith({ 'criteria/cost.md': `---\ntitle: Cost\n---\n${body}` });

describe('keys', () => {
  it('suggests the key that was meant', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\nalias: [Hans]\n---\n' }),
      `
      guests/hans.md:3:1  error  unknown-key
        there is no key \`alias\`
        3 │ alias: [Hans]
          │ ^^^^^
        hint  did you mean \`aliases\`?  More: onrecord explain unknown-key
    `,
    ));
  it('lists the keys when none is near', () =>
    check(
      claims('  zzzzzzzz: 1\n'),
      `
      claims/one.yaml:9:3  error  unknown-key
        there is no key \`zzzzzzzz\`
        9 │   zzzzzzzz: 1
          │   ^^^^^^^^
        hint  keys here: id, by, at, approx, text, quote, type, about, criterion, option, conditions, takes, relations, status, formerly, provenance  More: onrecord explain unknown-key
    `,
      'unknown-key',
    ));
  it('finds a key in a list in a list', () =>
    check(
      soundWith({
        'comparisons/x.md':
          '---\ntitle: X\noptions: [rag, rag]\nguide:\n  - question: Q\n    answers:\n      - answer: A\n        weighs: {cost: 1}\n      - anser: B\n        weighs: {cost: 1}\n---\n',
      }),
      `
      comparisons/x.md:9:9  error  unknown-key
        there is no key \`anser\` in \`guide[1].answers[2]\`
        9 │       - anser: B
          │         ^^^^^
        hint  did you mean \`answer\`?  More: onrecord explain unknown-key
    `,
    ));
  it('finds a key in a list', () =>
    check(
      soundWith({ 'shows/talks.md': '---\ntitle: Talks\nhosts:\n  - guest: hans\n    label: [Hans]\n---\n' }),
      `
      shows/talks.md:5:5  error  unknown-key
        there is no key \`label\` in \`hosts[1]\`
        5 │     label: [Hans]
          │     ^^^^^
        hint  did you mean \`labels\`?  More: onrecord explain unknown-key
    `,
    ));
  it('says what is missing in a list', () =>
    check(
      soundWith({ 'shows/talks.md': '---\ntitle: Talks\nhosts:\n  - labels: [Hans]\n---\n' }),
      `
      shows/talks.md:4:5  error  missing-key
        \`hosts[1].guest\` is missing
        4 │   - labels: [Hans]
          │     ^^^^^^^^^^^^^^
        hint  add \`guest:\` with text  More: onrecord explain missing-key
    `,
    ));
  it('says what is missing in a claim', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('  by: ada\n', '') }),
      `
      claims/one.yaml:1:3  error  missing-key
        \`by\` is missing
        1 │ - id: facts
          │   ^^^^^^^^^
        hint  add \`by:\` with text  More: onrecord explain missing-key
    `,
    ));
  it('says what is missing where there are several shapes or a list of words', () =>
    check(
      soundWith({ 'claims/one.yaml': '- id: facts\n  by: ada\n  text: T.\n' }),
      `
      claims/one.yaml:1:3  error  missing-key
        \`about\` is missing
        1 │ - id: facts
          │   ^^^^^^^^^
        hint  add \`about:\` with a list  More: onrecord explain missing-key

      claims/one.yaml:1:3  error  missing-key
        \`at\` is missing
        1 │ - id: facts
          │   ^^^^^^^^^
        hint  add \`at:\` with text or a list  More: onrecord explain missing-key

      claims/one.yaml:1:3  error  missing-key
        \`type\` is missing
        1 │ - id: facts
          │   ^^^^^^^^^
        hint  add \`type:\` with one of definition, rule, tradeoff, pitfall, result, example, prediction  More: onrecord explain missing-key
    `,
      'missing-key',
    ));
  it('says which key is there twice', () =>
    check(
      claims('  by: hans\n'),
      `
      claims/one.yaml:9:3  error  unreadable-yaml
        this key is written twice
        9 │   by: hans
          │   ^^
        hint  keep one of them  More: onrecord explain unreadable-yaml
    `,
    ));
});

describe('values', () => {
  it('suggests the word that was meant', () =>
    check(
      claims('  status: reveiwed\n'),
      `
      claims/one.yaml:8:11  error  wrong-value
        \`status\` is \`reveiwed\`, not one of proposed, reviewed, disputed, superseded
        8 │   status: reveiwed
          │           ^^^^^^^^
        hint  did you mean \`reviewed\`?  More: onrecord explain wrong-value
    `,
    ));
  it('tells a number from text', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle: 42\n---\n' }),
      `
      guests/hans.md:2:8  error  wrong-value
        \`title\` should be text, not the number 42
        2 │ title: 42
          │        ^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells an empty value', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle:\n---\n' }),
      `
      guests/hans.md:2:1  error  wrong-value
        \`title\` should be text, not empty
        2 │ title:
          │ ^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells an empty text', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle: " "\n---\n' }),
      `
      guests/hans.md:2:8  error  wrong-value
        \`title\` is empty
        2 │ title: " "
          │        ^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells an empty list', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('[rag]', '[]') }),
      `
      claims/one.yaml:6:10  error  wrong-value
        \`about\` needs at least 1 entry
        6 │   about: []
          │          ^^
        More: onrecord explain wrong-value

      concepts/rag.md:2:8  warning  unlinked-page
        nothing links to this concept
        2 │ title: RAG
          │        ^^^
        hint  link to it where it is mentioned, or take it out  More: onrecord explain unlinked-page
    `,
    ));
  it('tells a list that is too short', () =>
    check(
      soundWith({ 'comparisons/x.md': '---\ntitle: X\noptions: [rag]\n---\n' }),
      `
      comparisons/x.md:3:10  error  wrong-value
        \`options\` needs at least 2 entries
        3 │ options: [rag]
          │          ^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a number out of bounds', () =>
    check(
      soundWith({
        'comparisons/x.md':
          '---\ntitle: X\noptions: [rag, rag]\nguide:\n  - question: Q\n    answers:\n      - answer: A\n        weighs: {cost: 4}\n      - answer: B\n        weighs: {cost: -4}\n---\n',
      }),
      `
      comparisons/x.md:8:24  error  wrong-value
        \`guide[1].answers[1].weighs.cost\` is above 3
        8 │         weighs: {cost: 4}
          │                        ^
        More: onrecord explain wrong-value

      comparisons/x.md:10:24  error  wrong-value
        \`guide[1].answers[2].weighs.cost\` is below -3
        10 │         weighs: {cost: -4}
           │                        ^^
        More: onrecord explain wrong-value
    `,
      'wrong-value',
    ));
  it('tells a time that is none', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('"1:00-2:00"', '1:0') }),
      `
      claims/one.yaml:3:7  error  wrong-value
        \`at\` is not a time such as \`41:36\` or a range such as \`26:30-31:38\`
        3 │   at: 1:0
          │       ^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells which of several times is none', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('"1:00-2:00"', '["1:00", "1:99"]') }),
      `
      claims/one.yaml:3:16  error  wrong-value
        \`at[2]\` is not a time such as \`41:36\` or a range such as \`26:30-31:38\`
        3 │   at: ["1:00", "1:99"]
          │                ^^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a time that is a number', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('"1:00-2:00"', '12') }),
      `
      claims/one.yaml:3:7  error  wrong-value
        \`at\` should be text or a list
        3 │   at: 12
          │       ^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a time in a list that is a number', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('"1:00-2:00"', '["1:00", 12]') }),
      `
      claims/one.yaml:3:16  error  wrong-value
        \`at[2]\` should be text, not the number 12
        3 │   at: ["1:00", 12]
          │                ^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a list of times that is empty', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('"1:00-2:00"', '[]') }),
      `
      claims/one.yaml:3:7  error  wrong-value
        \`at\` needs at least 1 entry
        3 │   at: []
          │       ^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a criterion that is a set of keys', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('criterion: cost', 'criterion: {cost: 1}') }),
      `
      claims/one.yaml:7:14  error  wrong-value
        \`criterion\` should be text or a list
        7 │   criterion: {cost: 1}
          │              ^^^^^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a stance that is none', () =>
    check(
      claims('  takes:\n    big-is-better: support\n'),
      `
      claims/one.yaml:10:20  error  wrong-value
        \`takes.big-is-better\` is \`support\`, not one of supports, qualifies, opposes
        10 │     big-is-better: support
           │                    ^^^^^^^
        hint  did you mean \`supports\`?  More: onrecord explain wrong-value
    `,
    ));
  it('tells stances that are a list', () =>
    check(
      claims('  takes: [big-is-better]\n'),
      `
      claims/one.yaml:9:10  error  wrong-value
        \`takes\` should be a set of keys, not a list
        9 │   takes: [big-is-better]
          │          ^^^^^^^^^^^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a position that is not there', () =>
    check(
      claims('  takes:\n    big-is-better: supports\n'),
      `
      claims/one.yaml:10:5  error  unknown-link
        no position is called \`big-is-better\`
        10 │     big-is-better: supports
           │     ^^^^^^^^^^^^^
        hint  write it with \`onrecord new position "big-is-better"\`  More: onrecord explain unknown-link
    `,
    ));
  it('tells a label that is empty', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\nlinks:\n  "": https://example.org\n---\n' }),
      `
      guests/hans.md:4:3  error  wrong-value
        a key in \`links\` is empty
        4 │   "": https://example.org
          │   ^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a web address that is none', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\nlinks:\n  Site: javascript:alert(1)\n---\n' }),
      `
      guests/hans.md:4:9  error  wrong-value
        \`links.Site\` is not a web address that starts with \`https://\` or \`http://\`
        4 │   Site: javascript:alert(1)
          │         ^^^^^^^^^^^^^^^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a date that is none', () =>
    check(
      soundWith({ 'episodes/one.md': '---\ntitle: Episode one\nshow: talks\ndate: 2024-02-30\nguests: [ada]\n---\n' }),
      `
      episodes/one.md:4:7  error  wrong-value
        \`date\` is not a date such as \`2023-07-29\`
        4 │ date: 2024-02-30
          │       ^^^^^^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a year that is none', () =>
    check(
      soundWith({ 'guests/hans.md': '---\ntitle: Hans Host\nroles:\n  - role: Host\n    since: 20244\n---\n' }),
      `
      guests/hans.md:5:12  error  wrong-value
        \`roles[1].since\` is not a year, month or date such as \`2023-07\`
        5 │     since: 20244
          │            ^^^^^
        More: onrecord explain wrong-value
    `,
    ));
  it('tells a setting that is none', () =>
    check(
      soundWith({ 'settings.yaml': 'title: A\nlanguage: english!\nlinc: {}\n' }),
      `
      settings.yaml:2:11  error  wrong-value
        \`language\` is not a language tag such as \`en\` or \`pt-BR\`
        2 │ language: english!
          │           ^^^^^^^^
        More: onrecord explain wrong-value

      settings.yaml:3:1  error  unknown-key
        there is no key \`linc\`
        3 │ linc: {}
          │ ^^^^
        hint  did you mean \`links\`?  More: onrecord explain unknown-key
    `,
    ));
});

describe('links', () => {
  it('suggests the page that was meant', () =>
    check(
      soundWith({
        'concepts/vector-database.md': '---\ntitle: Vector database\nbroader: [rag]\n---\n',
        'criteria/cost.md': '---\ntitle: Cost\n---\nRetrieval needs a [[vector-databse]] to look things up.\n',
      }),
      `
      criteria/cost.md:4:19  error  unknown-link
        no page is called \`vector-databse\`
        4 │ Retrieval needs a [[vector-databse]] to look things up.
          │                   ^^^^^^^^^^^^^^^^^^
        hint  did you mean \`vector-database\`?  More: onrecord explain unknown-link
    `,
    ));
  it('suggests by title and by alias', () =>
    check(
      soundWith({
        'guests/hans.md': '---\ntitle: Hans Host\naliases: [The Presenter]\n---\n',
        'criteria/cost.md': '---\ntitle: Cost\n---\n[[Hans Hoost]] and [[guest:The Presentr]].\n',
      }),
      `
      criteria/cost.md:4:1  error  unknown-link
        no page is called \`Hans Hoost\`
        4 │ [[Hans Hoost]] and [[guest:The Presentr]].
          │ ^^^^^^^^^^^^^^
        hint  did you mean \`hans\`?  More: onrecord explain unknown-link

      criteria/cost.md:4:20  error  unknown-link
        no guest is called \`The Presentr\`
        4 │ [[Hans Hoost]] and [[guest:The Presentr]].
          │                    ^^^^^^^^^^^^^^^^^^^^^^
        hint  did you mean \`hans\`?  More: onrecord explain unknown-link
    `,
    ));
  it('suggests how to write what is not there', () =>
    check(
      claims('  option: fine-tuning\n'),
      `
      claims/one.yaml:9:11  error  unknown-link
        no concept is called \`fine-tuning\`
        9 │   option: fine-tuning
          │           ^^^^^^^^^^^
        hint  write it with \`onrecord new concept "fine-tuning"\`  More: onrecord explain unknown-link
    `,
    ));
  it('tells a claim that is not there', () =>
    check(
      cost('See [[claim:one/fact]] and [[claim:two/zzz]].\n'),
      `
      criteria/cost.md:4:5  error  unknown-link
        no claim is called \`one/fact\`
        4 │ See [[claim:one/fact]] and [[claim:two/zzz]].
          │     ^^^^^^^^^^^^^^^^^^
        hint  did you mean \`one/facts\`?  More: onrecord explain unknown-link

      criteria/cost.md:4:28  error  unknown-link
        no claim is called \`two/zzz\`
        4 │ See [[claim:one/fact]] and [[claim:two/zzz]].
          │                            ^^^^^^^^^^^^^^^^^
        hint  add it to \`claims/two.yaml\`  More: onrecord explain unknown-link
    `,
    ));
  it('asks for the kind of a claim', () =>
    check(
      cost('See [[one/facts]].\n'),
      `
      criteria/cost.md:4:5  error  wrong-kind-link
        \`one/facts\` alone names no page
        4 │ See [[one/facts]].
          │     ^^^^^^^^^^^^^
        hint  put the kind in front: \`claim:one/facts\`  More: onrecord explain wrong-kind-link
    `,
    ));
  it('tells pages of two kinds apart', () =>
    check(
      soundWith({
        'concepts/cost.md': '---\ntitle: Money\nbroader: [rag]\n---\nSee [[cost]].\n',
      }),
      `
      concepts/cost.md:5:5  error  ambiguous-link
        \`cost\` may mean \`concept:cost\` or \`criterion:cost\`
        5 │ See [[cost]].
          │     ^^^^^^^^
        hint  say which: \`concept:cost\`  More: onrecord explain ambiguous-link
    `,
      'ambiguous-link',
    ));
  it('tells a page of another kind', () =>
    check(
      claims('  option: ada\n'),
      `
      claims/one.yaml:9:11  error  wrong-kind-link
        \`ada\` is \`guest:ada\`, but a concept is wanted here
        9 │   option: ada
          │           ^^^
        hint  link to a concept  More: onrecord explain wrong-kind-link
    `,
    ));
  it('shows where in folded text a link stands', () =>
    check(
      soundWith({
        'comparisons/x.md':
          '---\ntitle: X\noptions: [rag, rag]\nanswer: >-\n  Both [[claim:one/facts]],\n  said\n  [[hanz]].\n---\n',
      }),
      `
      comparisons/x.md:7:3  error  unknown-link
        no page is called \`hanz\`
        7 │   [[hanz]].
          │   ^^^^^^^^
        hint  did you mean \`hans\`?  More: onrecord explain unknown-link
    `,
      'unknown-link',
    ));
  it('tells a heading that is not there', () =>
    check(
      soundWith({
        'concepts/rag.md': '---\ntitle: RAG\n---\n## Pitfalls\n\n## Costs\n\n[[claim:one/facts]]\n',
        'criteria/cost.md':
          '---\ntitle: Cost\n---\n[[rag#pitfall]] [[rag#zzz]] [[hans#x]] [[rag#Costs]] [[guest:hans]]\n',
      }),
      `
      criteria/cost.md:4:1  error  unknown-heading
        \`rag\` has no heading \`pitfall\`
        4 │ [[rag#pitfall]] [[rag#zzz]] [[hans#x]] [[rag#Costs]] [[guest:hans]]
          │ ^^^^^^^^^^^^^^^
        hint  did you mean \`#pitfalls\`?  More: onrecord explain unknown-heading

      criteria/cost.md:4:17  error  unknown-heading
        \`rag\` has no heading \`zzz\`
        4 │ [[rag#pitfall]] [[rag#zzz]] [[hans#x]] [[rag#Costs]] [[guest:hans]]
          │                 ^^^^^^^^^^^
        hint  its headings: pitfalls, costs  More: onrecord explain unknown-heading

      criteria/cost.md:4:29  error  unknown-heading
        \`hans\` has no heading \`x\`
        4 │ [[rag#pitfall]] [[rag#zzz]] [[hans#x]] [[rag#Costs]] [[guest:hans]]
          │                             ^^^^^^^^^^
        hint  link to the page without a heading  More: onrecord explain unknown-heading
    `,
    ));
});

describe('what must hold', () => {
  it('draws a circle', () =>
    check(
      soundWith({
        'concepts/rag.md': '---\ntitle: RAG\nbroader: [b]\n---\n[[claim:one/facts]]\n',
        'concepts/b.md': '---\ntitle: B\nbroader: [c]\n---\n',
        'concepts/c.md': '---\ntitle: C\nbroader:\n  - rag\n---\n',
      }),
      `
      concepts/rag.md:3:11  error  broader-cycle
        \`broader\` runs in a circle: b → c → rag → b
        3 │ broader: [b]
          │           ^
        hint  take out the link to the less general concept  More: onrecord explain broader-cycle
    `,
    ));
  it('draws the smallest circle', () =>
    check(
      soundWith({ 'concepts/rag.md': '---\ntitle: RAG\nbroader: [RAG]\n---\n' }),
      `
      concepts/rag.md:3:11  error  broader-cycle
        \`broader\` runs in a circle: rag → rag
        3 │ broader: [RAG]
          │           ^^^
        hint  take out the link to the less general concept  More: onrecord explain broader-cycle
    `,
    ));
  it('shows a reversed range in a list', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('"1:00-2:00"', '["1:00-2:00", "5:00-4:59"]') }),
      `
      claims/one.yaml:3:21  error  reversed-range
        the range ends at 4:59, before it starts at 5:00
        3 │   at: ["1:00-2:00", "5:00-4:59"]
          │                     ^^^^^^^^^^^
        hint  did you mean \`4:59-5:00\`?  More: onrecord explain reversed-range
    `,
    ));
  it('shows an empty range', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('').replace('1:00-2:00', '1:00-1:00') }),
      `
      claims/one.yaml:3:7  error  reversed-range
        the range at 1:00 is empty
        3 │   at: "1:00-1:00"
          │       ^^^^^^^^^^^
        hint  write \`1:00\` for a single second  More: onrecord explain reversed-range
    `,
    ));
  it('names the speakers', () =>
    check(
      soundWith({
        'guests/eve.md': '---\ntitle: Eve\n---\n',
        'claims/one.yaml': claimYaml('').replace('by: ada', 'by: eve'),
      }),
      `
      claims/one.yaml:2:7  error  speaker-not-in-episode
        Eve is neither guest nor host of “Episode one”
        2 │   by: eve
          │       ^^^
        see   episodes/one.md:2:1  the episode
        hint  speakers there: \`ada\` and \`hans\`  More: onrecord explain speaker-not-in-episode
    `,
      'speaker-not-in-episode',
    ));
  it('names both pages of a title', () =>
    check(
      soundWith({ 'criteria/price.md': '---\ntitle: cost\naliases: [Cost]\n---\n[[rag]] [[cost]]\n' }),
      `
      criteria/price.md:2:8  error  duplicate-title
        the title \`cost\` is taken by criteria/cost.md
        2 │ title: cost
          │        ^^^^
        see   criteria/cost.md:2:8  first used here
        hint  merge the two, or make the titles tell them apart  More: onrecord explain duplicate-title
    `,
      'duplicate-title',
    ));
  it('names both claims of an address', () =>
    check(
      soundWith({ 'claims/one.yaml': claimYaml('') + claimYaml('') }),
      `
      claims/one.yaml:9:7  error  duplicate-id
        \`one/facts\` is already the address of another claim
        9 │ - id: facts
          │       ^^^^^
        see   claims/one.yaml:1:3  first used here
        hint  choose another id  More: onrecord explain duplicate-id
    `,
    ));
  it('suggests the file name', () =>
    check(
      {
        ...soundWith({}),
        'resources/My Book (2nd).md': '---\ntitle: My Book\n---\n',
        'Notes.md': '',
        'claims/one.md': '',
        'concept/x.md': '',
      },
      `
      Notes.md:1:1  error  misplaced-file
        no kind of page is kept here
        hint  the folders are comparisons, concepts, positions, criteria, claims, guests, episodes, shows, collections, articles, resources  More: onrecord explain misplaced-file

      claims/one.md:1:1  error  misplaced-file
        a claim is not kept in a .md file
        hint  use .yaml: claims are lists  More: onrecord explain misplaced-file

      concept/x.md:1:1  error  misplaced-file
        no kind of page is kept in \`concept/\` in such a file
        hint  did you mean \`concepts/\`?  More: onrecord explain misplaced-file

      resources/My Book (2nd).md:1:1  error  bad-file-name
        \`My Book (2nd)\` cannot be an address
        1 │ ---
          │ ^
        hint  rename the file to \`my-book-2nd.md\`  More: onrecord explain bad-file-name
    `,
    ));
});

describe('the excerpt', () => {
  it('is cut around a problem far to the right', () =>
    check(
      cost(`${'word '.repeat(60)}[[ragg]] ${'word '.repeat(60)}\n`),
      `
      criteria/cost.md:4:301  error  unknown-link
        no page is called \`ragg\`
        4 │ ord word word word word word word word [[ragg]] word word word word word word word word word word word word word word wo
          │                                        ^^^^^^^^
        hint  did you mean \`rag\`?  More: onrecord explain unknown-link
    `,
    ));
  it('keeps its place behind tabs, astral characters and Windows line breaks', () =>
    check(
      soundWith({ 'criteria/cost.md': '\uFEFF---\r\ntitle: Cost\r\n---\r\n-\t😀 [[ragg]]\r\n' }),
      `
      criteria/cost.md:4:6  error  unknown-link
        no page is called \`ragg\`
        4 │ - 😀 [[ragg]]
          │      ^^^^^^^^
        hint  did you mean \`rag\`?  More: onrecord explain unknown-link
    `,
    ));
});
