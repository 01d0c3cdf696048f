import { slugify } from '../text/slug.ts';
import { importArchive } from './archive.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ForeignFile, type Imported, mergeImports } from './imported.ts';
import type { Mapping } from './mapping.ts';
import { asText } from './transcripts/json-text.ts';
import { importWiki, type KnownPage } from './wiki.ts';

const IN_WIKI = /(^|\/)wiki\//;

/** Episodes, people and the wiki written about them, in one go, so that links between them hold. */
export function importWholeArchive(foreign: readonly ForeignFile[], mapping: Mapping): Imported {
  const { show } = mapping;
  const [wiki, rest] = [
    foreign.filter((file) => IN_WIKI.test(file.path)),
    foreign.filter((file) => !IN_WIKI.test(file.path)),
  ];
  const archive = importArchive(rest, { show: show ?? { slug: 'show', title: 'Show' } });
  const originals = new Map(rest.map((file) => [file.path, file]));
  const known = archive.files.flatMap((file): KnownPage[] => {
    const kind = file.path.startsWith('episodes/') ? 'episode' : file.path.startsWith('guests/') ? 'guest' : undefined;
    const original = originals.get(file.from);
    if (!kind || !original) return [];
    const { data } = readFrontMatter(original.text);
    const names = [asText(data.title), asText(data.short), original.path.replace(/^.*\//, '').replace(/\.md$/, '')];
    return [{ kind, slug: slugify(file.path.replace(/^.*\/|\.md$/g, '')), names: names.flatMap((name) => name ?? []) }];
  });
  return mergeImports([archive, importWiki(wiki, mapping, known)]);
}
