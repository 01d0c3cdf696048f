import { importArchive } from './archive.ts';
import { type ForeignFile, type Imported, mergeImports } from './imported.ts';
import type { Mapping } from './mapping.ts';
import { importWiki } from './wiki.ts';

const IN_WIKI = /(^|\/)wiki\//;

/** Episodes, people and the wiki written about them, in one go, so that links between them hold. */
export function importWholeArchive(foreign: readonly ForeignFile[], mapping: Mapping): Imported {
  const { show } = mapping;
  const [wiki, rest] = [
    foreign.filter((file) => IN_WIKI.test(file.path)),
    foreign.filter((file) => !IN_WIKI.test(file.path)),
  ];
  const archive = importArchive(rest, { show: show ?? { slug: 'show', title: 'Show' } });
  return mergeImports([archive, importWiki(wiki, mapping, archive.pages)]);
}
