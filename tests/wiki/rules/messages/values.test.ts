import { describe, it } from 'vitest';
import { claimYaml, soundWith } from '../../../../src/wiki/rules/examples.ts';
import { check } from '../../../support/check.ts';

const claims = (lines: string) => soundWith({ 'claims/one.yaml': claimYaml(lines) });

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
