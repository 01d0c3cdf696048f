import { expect, it } from 'vitest';
import { createHighlight, lateHighlight, NotLoadedError } from '../../src/workspace/highlighter.ts';

const CODE = 'const answer = 42;\n';

it('marks code as one that was loaded at once, as soon as somebody has loaded it', async () => {
  const now = await createHighlight(['ts']);
  const { highlight, load } = lateHighlight(['ts']);
  const mark = () => highlight(CODE, 'ts');
  expect(mark).toThrow(NotLoadedError);
  try {
    mark();
  } catch (problem) {
    await (problem as NotLoadedError).load();
  }
  expect(mark()).toBe(now(CODE, 'ts'));
  expect(mark()).toContain('class="tok-keyword"');
  await load();
  expect(mark()).toBe(now(CODE, 'ts'));
});

it('leaves a language it does not know plain', async () => {
  const { highlight, load } = lateHighlight(['no-such-language']);
  await load();
  expect(highlight('a < b', 'no-such-language')).toBe('<span class="line">a &lt; b</span>');
});
