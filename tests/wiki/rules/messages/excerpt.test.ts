import { describe, it } from 'vitest';
import { soundWith } from '../../../../src/wiki/rules/examples.ts';
import { check } from '../../../support/check.ts';

const cost = (body: string) => soundWith({ 'criteria/cost.md': `---\ntitle: Cost\n---\n${body}` });

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
