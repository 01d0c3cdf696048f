import { expect, it } from 'vitest';
import { inlineTags } from '../../../src/wiki/importers/inline-tags.ts';
import { mappingSchema } from '../../../src/wiki/importers/mapping.ts';
import { obsidian } from '../../../src/wiki/importers/mappings/obsidian.ts';
import { importWiki } from '../../../src/wiki/importers/wiki.ts';

it.each<[string, string[]]>([
  ['A #tag and #Nested/Tag.', ['tag', 'Nested/Tag']],
  ['#first word\n\n- #in-a-list\n\n> #in_a_quote', ['first', 'in-a-list', 'in_a_quote']],
  ['#2024 is a number, #2024-05 and #y2k are none', ['2024-05', 'y2k']],
  ['# Heading #tag\n\nText', []],
  ['`#code`\n\n```\n#fenced\n```\n\n    #indented', []],
  ['see [x](#anchor), [[page#heading]], [a #label](y), https://example.org/#top', []],
  ['C# and a#b and \\#escaped', []],
  ['#größe #日本 #été', ['größe', '日本', 'été']],
  ['<b title="#html">x</b> #real', ['real']],
  ['# ## #! #', []],
  ['', []],
])('%j', (body, expected) => {
  expect(inlineTags(body)).toEqual(expected);
});

it('decide what a page becomes, nested ones too, behind the tags of its front matter', () => {
  const mapping = mappingSchema.parse(obsidian);
  const paths = (text: string) => importWiki([{ path: 'x.md', text }], mapping).files.map(({ path }) => path);
  expect(paths('Some words #Article/draft here.')).toEqual(['articles/x.md']);
  expect(paths('---\ntags: [person]\n---\nWords #article')).toEqual(['articles/x.md']);
  expect(paths('---\ntag: person\n---\nWords')).toEqual(['guests/x.md']);
  expect(paths('Words #articles and `#article`')).toEqual(['concepts/x.md']);
});
