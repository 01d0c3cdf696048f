import fc from 'fast-check';
import { LOCK_FILE } from '../../src/wiki/evidence/lock.ts';
import { MAP_LOCK_FILE } from '../../src/wiki/graph/layout/map-lock.ts';
import { ADDRESSES_FILE } from '../../src/wiki/graph/published-addresses.ts';
import { mappingSchema } from '../../src/wiki/importers/mapping.ts';
import { SOUND } from '../../src/wiki/rules/examples.ts';
import { SETTINGS_FILE } from '../../src/wiki/settings.ts';
import { compileWiki } from '../../src/wiki/wiki.ts';
import { holdCompiled } from './content.ts';
import { applyChanges, changes } from './mutate.ts';
import { defineTarget } from './target.ts';

const FILES: Record<string, string> = {
  [SETTINGS_FILE]:
    'title: Talks\ndescription: Said.\nlanguage: en\nlinks: {Show: "https://example.org"}\nlicence: {name: CC BY 4.0}\nrepository: {url: "https://example.org/r", branch: main}\nmdx: false\n',
  [ADDRESSES_FILE]: '# Published\n- concepts/rag/\n- claims/one/facts/\n',
  [MAP_LOCK_FILE]: '# Places\nconcept:rag: [120, -340]\nguest:ada: [0, 7]\n',
  [LOCK_FILE]: '{"version":1,"claims":{"one/facts":{"state":"paraphrase-supported","at":60,"text":"x","window":"y"}}}',
  'transcripts/one.vtt': 'WEBVTT\n\n01:00.000 --> 02:00.000\n<v Ada Lovelace>Facts belong in the index.\n',
};

export const settings = defineTarget({
  name: 'settings',
  share: 1,
  inputs: fc.record({
    file: fc.constantFrom(...Object.keys(FILES)),
    list: changes,
    mapping: fc.object({ maxDepth: 3 }),
  }),
  run({ file, list, mapping }) {
    const files = new Map(Object.entries({ ...SOUND, ...FILES }));
    files.set(file, applyChanges(FILES[file] as string, list));
    holdCompiled(compileWiki([...files].map(([path, text]) => ({ path, text }))), files);
    mappingSchema.safeParse(mapping);
  },
});
