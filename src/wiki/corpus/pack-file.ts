import { kindByFolder } from '../kinds/index.ts';
import { normaliseSource, type SourceText, sourceText } from '../text/source-text.ts';
import { completeNode } from './complete-node.ts';
import { KeptProse, numbersOf, type PackedProse, type PackedText, PLAIN } from './kept-prose.ts';
import { FILE_NAME, FRONT_MATTER, type ParsedFile } from './parse-file.ts';
import { type Path, parseYaml, type YamlText } from './parse-yaml.ts';
import type { Prose } from './prose.ts';
import { placesInField } from './prose-places.ts';
import type { SourceFile } from './source-file.ts';

/** What reading a file without fault found, as plain data: what a cache can keep. Places of fields are not in it, and those of links count from where their prose begins. */
export interface PackedFile {
  shape: PackedShape;
  /** Of each page, where there are any. */
  notes: Record<number, Record<string, unknown>>;
  texts: PackedTexts;
}

/** Of each prose in the file, in order. */
export type PackedTexts = readonly PackedText[];

/** Pages as data, with what is written in their prose. 0 is prose of plain text. */
type PackedShape = { data: unknown; proses?: (PackedProse | 0)[] }[];

/** `undefined` for a file with faults: those are read again each time, for what they say. */
export function packFile(parsed: ParsedFile): PackedFile | undefined {
  if (parsed.diagnostics.length > 0 || parsed.broken.length > 0) return undefined;
  return {
    shape: packShape(parsed),
    notes: notesOf(parsed),
    texts: parsed.nodes.flatMap(({ proses }) => proses.map(packText)),
  };
}

function notesOf({ nodes }: ParsedFile): PackedFile['notes'] {
  return Object.fromEntries(
    [...nodes.entries()].flatMap(([index, { notes }]) => (isEmpty(notes) ? [] : [[index, notes]])),
  );
}

function isEmpty(notes: object): boolean {
  return Object.keys(notes).length === 0;
}

function packShape({ nodes }: ParsedFile): PackedShape {
  return nodes.map(({ data, proses }) => {
    const packed = proses.map(packProse);
    return packed.some((prose) => prose !== 0) ? { data, proses: packed } : { data };
  });
}

function packProse({ links, addresses, headings, languages, problems }: Prose): PackedProse | 0 {
  const packed: PackedProse = {};
  if (links.length > 0) {
    packed.links = links.map(({ kind, name, heading, label }) => [kind ?? 0, name, heading ?? 0, label ?? 0]);
  }
  if (addresses.length > 0) packed.addresses = addresses.map(({ url }) => url);
  if (headings.length > 0) packed.headings = headings;
  if (languages.length > 0) packed.languages = languages;
  if (problems.length > 0) packed.problems = problems.map(({ kind, written }) => [kind, written]);
  return Object.keys(packed).length > 0 ? packed : 0;
}

function packText({ text, links, addresses, problems }: Prose): PackedText {
  const packed: PackedText = { text };
  if (links.length > 0) {
    const blocks = [...new Set(links.map((link) => link.block))];
    const places = new Map(blocks.map((block, index) => [block, index]));
    packed.blocks = blocks;
    packed.links = links.map(({ range, block, at }) => [...range, places.get(block) as number, at]);
  }
  if (addresses.length > 0) packed.addresses = addresses.map(({ range }) => range);
  if (problems.length > 0) packed.problems = problems.map(({ span }) => numbersOf(span));
  return packed;
}

/** What `parseFile` answers for the file that was packed. YAML is read only when a place is asked for, texts when one of them is. */
export function unpackFile(
  file: SourceFile,
  { shape, notes }: Pick<PackedFile, 'shape' | 'notes'>,
  readTexts: () => PackedTexts,
): ParsedFile {
  const [, folder, name, extension] = FILE_NAME.exec(file.path) as unknown as [string, string, string, string];
  const kind = kindByFolder.get(folder);
  if (!kind) throw new Error(`${file.path}: a file was packed that is no page`);
  const isList = kind.storage === 'list';
  const read = once(() => sourceText(normaliseSource(file.text)));
  const yaml = once(() => readYaml(file.path, read(), isList));
  const texts = once(readTexts);
  const places: Pick<YamlText, 'locate'> = { locate: (path, part) => yaml().locate(path, part) };
  const format = extension === 'mdx' ? 'mdx' : 'md';
  const wholeText = () => read().text;
  /** Of the prose in the file, and of that in the page. */
  let prose = 0;
  let next = 0;
  let own: readonly (PackedProse | 0)[] = NOTHING;
  let base: Path = NOTHING;
  const readProse = (path: Path, source: string) =>
    new KeptProse(own[next++] || PLAIN, path, source, 'md', texts, prose++, placesInField(yaml, base, path));
  const nodes = shape.map(({ data, proses = NOTHING }, index) => {
    next = 0;
    own = proses;
    base = isList ? [index] : NOTHING;
    const body = isList
      ? undefined
      : new KeptProse(own[next++] || PLAIN, NOTHING, wholeText, format, texts, prose++, (at) => read().position(at));
    const slug = isList ? `${name}/${(data as { id: string }).id}` : name;
    return completeNode(kind, slug, data, file.path, places, base, body, readProse, notes[index]);
  });
  return { nodes, diagnostics: [], broken: [] };
}

function readYaml(path: string, source: SourceText, isList: boolean): YamlText {
  if (isList) return parseYaml(path, source, 0, source.text.length);
  const start = source.text.indexOf('\n') + 1;
  return parseYaml(path, source, start, start + (FRONT_MATTER.exec(source.text)?.[1] ?? '').length);
}

const NOTHING: never[] = [];

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
