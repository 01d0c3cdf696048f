import { kindByFolder } from '../kinds/index.ts';
import { normaliseSource, type SourceText, type Span, sourceText } from '../text/source-text.ts';
import { completeNode } from './complete-node.ts';
import { FILE_NAME, FRONT_MATTER, type ParsedFile } from './parse-file.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import type { Prose, ProseLink } from './prose.ts';
import type { SourceFile } from './source-file.ts';

/** What reading a file without fault found beyond its shape, as plain data: what a cache can keep. Places of fields are not in it. */
export interface PackedFile {
  /** Of each page, where there are any. */
  notes: Record<number, Record<string, unknown>>;
  texts: PackedTexts;
}

/** Pages as data, with what is written in their prose. 0 is prose of plain text. */
export type PackedShape = { data: unknown; proses?: (PackedProse | 0)[] }[];

/** Prose without what the file itself tells: its source and, for a field, where it stands. Empty lists are left out. */
interface PackedProse {
  links?: PackedLink[];
  addresses?: string[];
  headings?: Prose['headings'];
  languages?: string[];
  problems?: [kind: Prose['problems'][number]['kind'], written: string][];
}

type PackedLink = [kind: Prose['links'][number]['kind'] | 0, name: string, heading: string | 0, label: string | 0];

/** Of each prose in the file, in order: running text and places, which who checks and links seldom asks for. */
export type PackedTexts = readonly PackedText[];

interface PackedText {
  text: string;
  /** Texts of the blocks that hold links. */
  blocks?: string[];
  /** Of each link its place, the index of its block and its place in it; of the others their places. */
  links?: [Numbers, block: number, at: number][];
  addresses?: Numbers[];
  problems?: Numbers[];
}

type Numbers = [line: number, column: number, endLine: number, endColumn: number];

/** `undefined` for a file with faults: those are read again each time, for what they say. */
export function packFile(parsed: ParsedFile): PackedFile | undefined {
  if (parsed.diagnostics.length > 0 || parsed.broken.length > 0) return undefined;
  return { notes: notesOf(parsed), texts: parsed.nodes.flatMap(({ proses }) => proses.map(packText)) };
}

function notesOf({ nodes }: ParsedFile): PackedFile['notes'] {
  return Object.fromEntries(
    [...nodes.entries()].flatMap(([index, { notes }]) => (isEmpty(notes) ? [] : [[index, notes]])),
  );
}

function isEmpty(notes: object): boolean {
  return Object.keys(notes).length === 0;
}

/** All that rules look at: pages with the same shapes break none, if these did not. */
export function packShape({ nodes }: ParsedFile): PackedShape {
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
    packed.links = links.map(({ span, block, at }) => [numbersOf(span), places.get(block) as number, at]);
  }
  if (addresses.length > 0) packed.addresses = addresses.map(({ span }) => numbersOf(span));
  if (problems.length > 0) packed.problems = problems.map(({ span }) => numbersOf(span));
  return packed;
}

/** What `parseFile` answers for the file that was packed. YAML is read only when a place is asked for, texts when one of them is. */
export function unpackFile(
  file: SourceFile,
  { shape, notes }: { shape: PackedShape } & Pick<PackedFile, 'notes'>,
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
  const readProse = (path: Prose['field'], source: string) =>
    new KeptProse(own[next++] || PLAIN, path, source, 'md', texts, prose++);
  const nodes = shape.map(({ data, proses = NOTHING }, index) => {
    next = 0;
    own = proses;
    const body = isList ? undefined : new KeptProse(own[next++] || PLAIN, NOTHING, wholeText, format, texts, prose++);
    const slug = isList ? `${name}/${(data as { id: string }).id}` : name;
    const base = isList ? [index] : NOTHING;
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
const PLAIN: PackedProse = {};

/** Prose as it was kept. A class, so that all of it has one shape. */
class KeptProse implements Prose {
  readonly field: Prose['field'];
  readonly format: Prose['format'];
  readonly links: Prose['links'];
  readonly addresses: Prose['addresses'];
  readonly headings: Prose['headings'];
  readonly languages: string[];
  readonly problems: Prose['problems'];
  readonly #source: string | (() => string);
  readonly #texts: () => PackedTexts;
  readonly #index: number;

  /** `index` says which prose of the file it is. */
  constructor(
    { links, addresses, headings, languages, problems }: PackedProse,
    field: Prose['field'],
    source: string | (() => string),
    format: Prose['format'],
    texts: () => PackedTexts,
    index: number,
  ) {
    this.field = field;
    this.format = format;
    this.links = links ? links.map((link, at) => new KeptLink(link, this, at)) : NOTHING;
    this.addresses = addresses ? addresses.map((url, at) => new KeptAddress(url, this, at)) : NOTHING;
    this.headings = headings ?? NOTHING;
    this.languages = languages ?? NOTHING;
    this.problems = problems
      ? problems.map(([kind, written], at) => new KeptProblem(kind, written, this, at))
      : NOTHING;
    this.#source = source;
    this.#texts = texts;
    this.#index = index;
  }

  get source() {
    return typeof this.#source === 'string' ? this.#source : this.#source();
  }

  get text() {
    return this.kept.text;
  }

  get kept(): PackedText {
    return this.#texts()[this.#index] as PackedText;
  }
}

/** Something in a prose, by where it stands among its like. */
abstract class KeptPart {
  readonly #prose: KeptProse;
  readonly #index: number;

  constructor(prose: KeptProse, index: number) {
    this.#prose = prose;
    this.#index = index;
  }

  protected place(kind: 'addresses' | 'problems'): Span {
    return spanOf(this.#prose.kept[kind]?.[this.#index] as Numbers);
  }

  protected link() {
    const { blocks = NOTHING, links = NOTHING } = this.#prose.kept;
    const [numbers, block, at] = links[this.#index] as [Numbers, number, number];
    return { span: spanOf(numbers), block: blocks[block] as string, at };
  }
}

class KeptLink extends KeptPart implements ProseLink {
  readonly kind: ProseLink['kind'];
  readonly name: string;
  readonly heading: string | undefined;
  readonly label: string | undefined;

  constructor([kind, name, heading, label]: PackedLink, prose: KeptProse, index: number) {
    super(prose, index);
    this.kind = kind === 0 ? undefined : kind;
    this.name = name;
    this.heading = heading === 0 ? undefined : heading;
    this.label = label === 0 ? undefined : label;
  }

  get span() {
    return this.link().span;
  }

  get block() {
    return this.link().block;
  }

  get at() {
    return this.link().at;
  }
}

class KeptAddress extends KeptPart {
  readonly url: string;

  constructor(url: string, prose: KeptProse, index: number) {
    super(prose, index);
    this.url = url;
  }

  get span() {
    return this.place('addresses');
  }
}

class KeptProblem extends KeptPart {
  readonly kind: Prose['problems'][number]['kind'];
  readonly written: string;

  constructor(kind: Prose['problems'][number]['kind'], written: string, prose: KeptProse, index: number) {
    super(prose, index);
    this.kind = kind;
    this.written = written;
  }

  get span() {
    return this.place('problems');
  }
}

function numbersOf({ start, end }: Span): Numbers {
  return [start.line, start.column, end.line, end.column];
}

function spanOf([line, column, endLine, endColumn]: Numbers): Span {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
