import { describe, it } from 'vitest';
import { claimYaml, soundWith } from '../../../../src/wiki/rules/examples.ts';
import { check } from '../../../support/check.ts';

const claims = (lines: string) => soundWith({ 'claims/one.yaml': claimYaml(lines) });
const cost = (body: string) => soundWith({ 'criteria/cost.md': `---\ntitle: Cost\n---\n${body}` });

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
