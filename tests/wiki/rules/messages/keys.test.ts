import { describe, it } from 'vitest';
import { claimYaml, soundWith } from '../../../../src/wiki/rules/examples.ts';
import { check } from '../../../support/check.ts';

const claims = (lines: string) => soundWith({ 'claims/one.yaml': claimYaml(lines) });

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
