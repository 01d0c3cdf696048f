import { describe, expect, it } from 'vitest';
import { readSite } from '../support/read-site.ts';
import { testSite } from '../support/test-sites.ts';

describe('prose', () => {
  it('keeps [[a|b]] whole in a table of an .mdx page, and runs its expressions', async () => {
    const site = await testSite('every-kind');
    const page = (await readSite(site)).find(({ file }) => file.startsWith('concepts/retrieval-augmented-generation'));
    expect(page?.text).toContain('There are 2 parts');
    expect(page?.text).toContain('Chunk Embed Rank');
    expect(page?.text).toContain('Index the search page');
    expect(page?.text).toContain('Model the other way');
    expect(page?.text).toContain('`{not an expression}`');
    expect(page?.text).not.toMatch(/\[\[|\]\]/);
  });

  it('has code with its caption, notes, callouts and tables, links inside code left alone', async () => {
    const site = await testSite('every-kind');
    const page = (await readSite(site)).find(({ file }) => file === 'concepts/search/index.html');
    for (const words of [
      'Looking a word up',
      'A comment with <b>tags</b> & an ampersand [[not|a link]].',
      'Mind the gap',
    ]) {
      expect(page?.text).toContain(words);
    }
    expect(page?.ids).toEqual(expect.arrayContaining(['measures', 'measures-1', 'in-code', 'note-fn-1']));
    expect(page?.text).not.toContain('A note for curators');
  });

  it('keeps code in .mdx as it was written', async () => {
    const site = await testSite('every-kind');
    const page = (await readSite(site)).find(({ file }) => file === 'articles/code-in-mdx/index.html');
    for (const line of [
      'const a = `{x}` * b * c;',
      '# not a heading, *not* _emphasis_, [not](a-link), [[not|one|either]]',
      'https://talks.example/ www.talks.example ada@talks.example',
      '<b onclick="x">\'&amp;\' ~~not struck~~ $not$ \\n \\\\</b>',
      'return { x: [x] }',
    ]) {
      expect(page?.text).toContain(line);
    }
    expect(page?.references.filter(({ value }) => value.includes('talks.example') && value.includes('ada@'))).toEqual(
      [],
    );
    expect(page?.references.map(({ value }) => value)).not.toContain('a-link');
  });
});
