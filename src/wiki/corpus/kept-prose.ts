import type { Span } from '../text/source-text.ts';
import type { Prose, ProseLink } from './prose.ts';
import { type PositionOf, type Range, spanOfRange } from './prose-places.ts';

/** Prose without what the file itself tells: its source and, for a field, where it stands. Empty lists are left out. */
export interface PackedProse {
  links?: PackedLink[];
  addresses?: string[];
  headings?: Prose['headings'];
  languages?: string[];
  problems?: [kind: Prose['problems'][number]['kind'], written: string][];
}

export type PackedLink = [
  kind: Prose['links'][number]['kind'] | 0,
  name: string,
  heading: string | 0,
  label: string | 0,
];

/** Running text and places of one prose, which who checks and links seldom asks for. */
export interface PackedText {
  text: string;
  /** Texts of the blocks that hold links. */
  blocks?: string[];
  /** Of each link where it stands in the source, the index of its block and its place in it; of addresses where they stand, of problems their places. */
  links?: [...Range, block: number, at: number][];
  addresses?: Range[];
  problems?: Numbers[];
}

type Numbers = [line: number, column: number, endLine: number, endColumn: number];

const NOTHING: never[] = [];
/** Prose of plain text. */
export const PLAIN: PackedProse = {};

/** Prose as it was kept. A class, so that all of it has one shape. */
export class KeptProse implements Prose {
  readonly field: Prose['field'];
  readonly format: Prose['format'];
  readonly links: Prose['links'];
  readonly addresses: Prose['addresses'];
  readonly headings: Prose['headings'];
  readonly languages: string[];
  readonly problems: Prose['problems'];
  readonly #source: string | (() => string);
  readonly #texts: () => readonly PackedText[];
  readonly #index: number;
  /** Turns what is kept of a place into one in the file. */
  readonly positionOf: PositionOf;

  /** `index` says which prose of the file it is. */
  constructor(
    { links, addresses, headings, languages, problems }: PackedProse,
    field: Prose['field'],
    source: string | (() => string),
    format: Prose['format'],
    texts: () => readonly PackedText[],
    index: number,
    positionOf: PositionOf,
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
    this.positionOf = positionOf;
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

  protected place(range: Range): Span {
    return spanOfRange(range, this.#prose.positionOf);
  }

  protected kept<K extends 'links' | 'addresses' | 'problems'>(kind: K) {
    return this.#prose.kept[kind]?.[this.#index] as NonNullable<PackedText[K]>[number];
  }

  protected blockAt(index: number): string {
    return this.#prose.kept.blocks?.[index] as string;
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

  get range(): Range {
    const [from, to] = this.kept('links');
    return [from, to];
  }

  get span() {
    return this.place(this.range);
  }

  get block() {
    return this.blockAt(this.kept('links')[2]);
  }

  get at() {
    return this.kept('links')[3];
  }
}

class KeptAddress extends KeptPart {
  readonly url: string;

  constructor(url: string, prose: KeptProse, index: number) {
    super(prose, index);
    this.url = url;
  }

  get range() {
    return this.kept('addresses');
  }

  get span() {
    return this.place(this.range);
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
    return spanOf(this.kept('problems'));
  }
}

export function numbersOf({ start, end }: Span): Numbers {
  return [start.line, start.column, end.line, end.column];
}

function spanOf([line, column, endLine, endColumn]: Numbers): Span {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}
