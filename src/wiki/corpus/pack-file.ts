import { kindByFolder } from '../kinds/index.ts';
import { normaliseSource, type SourceText, type Span, sourceText } from '../text/source-text.ts';
import { completeNode } from './complete-node.ts';
import { FILE_NAME, FRONT_MATTER, type ParsedFile } from './parse-file.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import type { Prose, ProseLink } from './prose.ts';
import type { SourceFile } from './source-file.ts';

/**
 * What reading a file without fault found, as plain data: what a cache can keep. Places of fields are not in it. Running text is
 * apart: who checks and links does without.
 */
export interface PackedFile {
  nodes: { data: unknown; proses?: (PackedProse | 0)[]; notes?: Record<string, unknown> }[];
}

/** Of each prose in the file, in order: its plain text, and the texts of the blocks that hold links. */
export type PackedTexts = readonly string[][];

type Numbers = [line: number, column: number, endLine: number, endColumn: number];
type PackedLink = [
  kind: Prose['links'][number]['kind'] | 0,
  name: string,
  heading: string | 0,
  label: string | 0,
  place: Numbers,
  block: number,
  at: number,
];

/** Prose without what the file itself tells: its source and, for a field, where it stands. Empty lists are left out; 0 is prose of plain text. */
interface PackedProse {
  links?: PackedLink[];
  addresses?: [url: string, Numbers][];
  headings?: Prose['headings'];
  languages?: string[];
  problems?: Prose['problems'];
}

/** `undefined` for a file with faults: those are read again each time, for what they say. */
export function packFile(parsed: ParsedFile): { packed: PackedFile; texts: PackedTexts } | undefined {
  if (parsed.diagnostics.length > 0 || parsed.broken.length > 0) return undefined;
  const texts: string[][] = [];
  const nodes = parsed.nodes.map(({ data, proses, notes }) => {
    const packed = proses.map((prose) => {
      const blocks = [...new Set(prose.links.map((link) => link.block))];
      texts.push([prose.text, ...blocks]);
      return packProse(prose, blocks);
    });
    return {
      data,
      ...(packed.some((prose) => prose !== 0) ? { proses: packed } : {}),
      ...(Object.keys(notes).length > 0 ? { notes } : {}),
    };
  });
  return { packed: { nodes }, texts };
}

function packProse({ links, addresses, headings, languages, problems }: Prose, blocks: string[]): PackedProse | 0 {
  const places = new Map(blocks.map((block, index) => [block, index]));
  const packed: PackedProse = {};
  if (links.length > 0) {
    packed.links = links.map(({ kind, name, heading, label, span, block, at }) => {
      return [kind ?? 0, name, heading ?? 0, label ?? 0, numbersOf(span), places.get(block) as number, at];
    });
  }
  if (addresses.length > 0) packed.addresses = addresses.map(({ url, span }) => [url, numbersOf(span)]);
  if (headings.length > 0) packed.headings = headings;
  if (languages.length > 0) packed.languages = languages;
  if (problems.length > 0) packed.problems = problems;
  return Object.keys(packed).length > 0 ? packed : 0;
}

/** What `parseFile` answers for the file that was packed. YAML is read only when a place is asked for, texts when one of them is. */
export function unpackFile(file: SourceFile, packed: PackedFile, readTexts: () => PackedTexts): ParsedFile {
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
  /** Of the prose in the file, and of that in the node. */
  let prose = 0;
  let next = 0;
  let own: readonly (PackedProse | 0)[] = NOTHING;
  const readProse = (path: Prose['field'], source: string) =>
    new PackedProseText(own[next++] || PLAIN, path, source, 'md', texts, prose++);
  const nodes = packed.nodes.map(({ data, proses = NOTHING, notes }, index) => {
    next = 0;
    own = proses;
    const body = isList
      ? undefined
      : new PackedProseText(own[next++] || PLAIN, NOTHING, wholeText, format, texts, prose++);
    const slug = isList ? `${name}/${(data as { id: string }).id}` : name;
    return completeNode(kind, slug, data, file.path, places, isList ? [index] : NOTHING, body, readProse, notes);
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
class PackedProseText implements Prose {
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
    this.links = links ? links.map((link) => new PackedProseLink(link, this)) : NOTHING;
    this.addresses = addresses ? addresses.map(([url, numbers]) => ({ url, span: spanOf(numbers) })) : NOTHING;
    this.headings = headings ?? NOTHING;
    this.languages = languages ?? NOTHING;
    this.problems = problems ?? NOTHING;
    this.#source = source;
    this.#texts = texts;
    this.#index = index;
  }

  get source() {
    return typeof this.#source === 'string' ? this.#source : this.#source();
  }

  get text() {
    return this.#texts()[this.#index]?.[0] as string;
  }

  /** Text of a block that holds links. */
  block(index: number): string {
    return this.#texts()[this.#index]?.[index + 1] as string;
  }
}

/** A link as it was kept. */
class PackedProseLink implements ProseLink {
  readonly kind: ProseLink['kind'];
  readonly name: string;
  readonly heading: string | undefined;
  readonly label: string | undefined;
  readonly at: number;
  readonly #numbers: Numbers;
  readonly #block: number;
  readonly #prose: PackedProseText;

  constructor([kind, name, heading, label, numbers, block, at]: PackedLink, prose: PackedProseText) {
    this.kind = kind === 0 ? undefined : kind;
    this.name = name;
    this.heading = heading === 0 ? undefined : heading;
    this.label = label === 0 ? undefined : label;
    this.at = at;
    this.#numbers = numbers;
    this.#block = block;
    this.#prose = prose;
  }

  get span() {
    return spanOf(this.#numbers);
  }

  get block() {
    return this.#prose.block(this.#block);
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
