import { describe, it } from 'vitest';
import { claimYaml, soundWith } from '../../../../src/wiki/rules/examples.ts';
import { check } from '../../../support/check.ts';

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
