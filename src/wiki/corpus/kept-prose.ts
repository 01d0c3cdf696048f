import type { Span } from '../text/source-text.ts';
import type { Prose, ProseLink } from './prose.ts';

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
  /** Of each link its place, the index of its block and its place in it; of the others their places. */
  links?: [Numbers, block: number, at: number][];
  addresses?: Numbers[];
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

  /** `index` says which prose of the file it is. */
  constructor(
    { links, addresses, headings, languages, problems }: PackedProse,
    field: Prose['field'],
    source: string | (() => string),
    format: Prose['format'],
    texts: () => readonly PackedText[],
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

export function numbersOf({ start, end }: Span): Numbers {
  return [start.line, start.column, end.line, end.column];
}

function spanOf([line, column, endLine, endColumn]: Numbers): Span {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}
