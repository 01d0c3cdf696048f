import { expect, it } from 'vitest';
import { dropAttributes } from '../../../src/wiki/importers/drop-attributes.ts';

it('drops what kramdown reads as attributes, and nothing in code', () => {
  const code = '`{:a}`\n\n```\n{: .b}\n```\n';
  expect(dropAttributes(`[x](https://x.org){:target="_blank"} {y} { :z }\n${code}`)).toBe(
    `[x](https://x.org) {y} { :z }\n${code}`,
  );
});
