import { kindByFolder } from '../kinds/index.ts';
import { normaliseSource, type SourceText, type Span, sourceText } from '../text/source-text.ts';
import { completeNode } from './complete-node.ts';
import { FILE_NAME, FRONT_MATTER, type ParsedFile } from './parse-file.ts';
import { parseYaml, type YamlText } from './parse-yaml.ts';
import type { Prose, ProseLink } from './prose.ts';
import type { SourceFile } from './source-file.ts';

/** What reading a file without fault found, as plain data: what a cache can keep. Places of fields are not in it. */
export interface PackedFile {
  nodes: { data: unknown; proses?: PackedProse[]; notes?: Record<string, unknown> }[];
}

type Numbers = [line: number, column: number, endLine: number, endColumn: number];

/** Prose without what the file itself tells: its source and, for a field, where it stands. Empty lists are left out. */
interface PackedProse {
  text: string;
  /** Kind, name, heading, label, place, index of the block and place in it. */
  links?: [Prose['links'][number]['kind'] | 0, string, string | 0, string | 0, Numbers, number, number][];
  /** Texts of the blocks that hold links. */
  blocks?: string[];
  addresses?: [url: string, Numbers][];
  headings?: Prose['headings'];
  languages?: string[];
  problems?: Prose['problems'];
}

/** `undefined` for a file with faults: those are read again each time, for what they say. */
export function packFile(parsed: ParsedFile): PackedFile | undefined {
  if (parsed.diagnostics.length > 0 || parsed.broken.length > 0) return undefined;
  return {
    nodes: parsed.nodes.map(({ data, proses, notes }) => ({
      data,
      ...(proses.length > 0 ? { proses: proses.map(packProse) } : {}),
      ...(Object.keys(notes).length > 0 ? { notes } : {}),
    })),
  };
}

function packProse({ text, links, addresses, headings, languages, problems }: Prose): PackedProse {
  const blocks = [...new Set(links.map((link) => link.block))];
  const places = new Map(blocks.map((block, index) => [block, index]));
  const packed: PackedProse = { text };
  if (links.length > 0) {
    packed.blocks = blocks;
    packed.links = links.map(({ kind, name, heading, label, span, block, at }) => {
      return [kind ?? 0, name, heading ?? 0, label ?? 0, numbersOf(span), places.get(block) as number, at];
    });
  }
  if (addresses.length > 0) packed.addresses = addresses.map(({ url, span }) => [url, numbersOf(span)]);
  if (headings.length > 0) packed.headings = headings;
  if (languages.length > 0) packed.languages = languages;
  if (problems.length > 0) packed.problems = problems;
  return packed;
}

/** What `parseFile` answers for the file that was packed. YAML is read only when a place is asked for. */
export function unpackFile(file: SourceFile, packed: PackedFile): ParsedFile {
  const [, folder, name, extension] = FILE_NAME.exec(file.path) as unknown as [string, string, string, string];
  const kind = kindByFolder.get(folder);
  if (!kind) throw new Error(`${file.path}: a file was packed that is no page`);
  const isList = kind.storage === 'list';
  const read = once(() => sourceText(normaliseSource(file.text)));
  const yaml = once(() => readYaml(file.path, read(), isList));
  const nodes = packed.nodes.map(({ data, proses = [], notes }, index) => {
    let next = 0;
    const format = extension === 'mdx' ? 'mdx' : 'md';
    const body = isList ? undefined : unpackProse(proses[next++] as PackedProse, [], () => read().text, format);
    const slug = isList ? `${name}/${(data as { id: string }).id}` : name;
    const places: Pick<YamlText, 'locate'> = { locate: (path, part) => yaml().locate(path, part) };
    const base = isList ? [index] : [];
    const readProse = (path: Prose['field'], source: string) =>
      unpackProse(proses[next++] as PackedProse, path, () => source, 'md');
    return completeNode(kind, slug, data, file.path, places, base, body, readProse, notes);
  });
  return { nodes, diagnostics: [], broken: [] };
}

function readYaml(path: string, source: SourceText, isList: boolean): YamlText {
  if (isList) return parseYaml(path, source, 0, source.text.length);
  const start = source.text.indexOf('\n') + 1;
  return parseYaml(path, source, start, start + (FRONT_MATTER.exec(source.text)?.[1] ?? '').length);
}

function unpackProse(packed: PackedProse, field: Prose['field'], source: () => string, format: Prose['format']): Prose {
  return new PackedProseText(packed, field, source, format);
}

const NOTHING: never[] = [];

/** Prose as it was kept. A class, so that all of it has one shape. */
class PackedProseText implements Prose {
  readonly field: Prose['field'];
  readonly format: Prose['format'];
  readonly links: Prose['links'];
  readonly addresses: Prose['addresses'];
  readonly headings: Prose['headings'];
  readonly languages: string[];
  readonly text: string;
  readonly problems: Prose['problems'];
  readonly #source: () => string;

  constructor(packed: PackedProse, field: Prose['field'], source: () => string, format: Prose['format']) {
    const { links, blocks = NOTHING, addresses } = packed;
    this.field = field;
    this.format = format;
    this.links = links
      ? links.map(([kind, name, heading, label, numbers, block, at]) => {
          const link: ProseLink = { name, span: spanOf(numbers), block: blocks[block] as string, at };
          if (heading !== 0) link.heading = heading;
          if (kind !== 0) link.kind = kind;
          if (label !== 0) link.label = label;
          return link;
        })
      : NOTHING;
    this.addresses = addresses ? addresses.map(([url, numbers]) => ({ url, span: spanOf(numbers) })) : NOTHING;
    this.headings = packed.headings ?? NOTHING;
    this.languages = packed.languages ?? NOTHING;
    this.text = packed.text;
    this.problems = packed.problems ?? NOTHING;
    this.#source = source;
  }

  get source() {
    return this.#source();
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
