import type { Kind } from '../kinds/define-kind.ts';
import { type AnyNode, type FieldLink, type NodeId, nodeId } from './node.ts';
import type { Path, YamlText } from './parse-yaml.ts';
import type { Prose } from './prose.ts';
import { walkFields } from './walk-fields.ts';

/** Where the values of a file were written. */
export type Places = Pick<YamlText, 'locate'>;

/**
 * A page of valid data, with the links and the prose in its fields. `base` is where its data stands in the file, `body`
 * the prose that is no field, `readProse` what turns the prose of a field into links and problems.
 */
export function completeNode(
  kind: Kind,
  slug: string,
  data: unknown,
  file: string,
  places: Places,
  base: Path,
  body: Prose | undefined,
  readProse: (path: Path, source: string) => Prose,
  notes: Record<string, unknown> = {},
): AnyNode {
  const { title, aliases, summary, text } = data as {
    title?: string;
    aliases?: string[];
    summary?: string;
    text?: string;
  };
  const fieldLinks: FieldLink[] = [];
  const proses = body ? [body] : [];
  walkFields(kind.schema, data, {
    link: (link) => fieldLinks.push(link),
    prose: (path, source) => proses.push(readProse(path, source)),
  });
  const isEntry = kind.storage === 'list';
  return new WrittenNode({
    id: nodeId(kind.name, slug),
    kind: kind.name,
    slug,
    // An entry of a list has no title; it is named by what it says.
    title: (isEntry ? text : title) ?? '',
    aliases: aliases ?? [],
    summary: isEntry ? undefined : summary,
    data,
    file,
    fieldLinks,
    proses,
    notes,
    places,
    base,
  }) as unknown as AnyNode;
}

interface Parts {
  id: NodeId;
  kind: string;
  slug: string;
  title: string;
  aliases: string[];
  summary: string | undefined;
  data: unknown;
  file: string;
  fieldLinks: FieldLink[];
  proses: Prose[];
  notes: Record<string, unknown>;
  places: Places;
  base: Path;
}

/** A class, not a literal with a getter: engines keep all nodes in one shape then, and tens of thousands are asked for their fields. */
class WrittenNode {
  readonly id: NodeId;
  readonly kind: string;
  readonly slug: string;
  readonly title: string;
  readonly aliases: string[];
  readonly summary: string | undefined;
  readonly data: unknown;
  readonly file: string;
  readonly fieldLinks: FieldLink[];
  readonly proses: Prose[];
  readonly notes: Record<string, unknown>;
  readonly #places: Places;
  readonly #base: Path;

  constructor(parts: Parts) {
    this.id = parts.id;
    this.kind = parts.kind;
    this.slug = parts.slug;
    this.title = parts.title;
    this.aliases = parts.aliases;
    this.summary = parts.summary;
    this.data = parts.data;
    this.file = parts.file;
    this.fieldLinks = parts.fieldLinks;
    this.proses = parts.proses;
    this.notes = parts.notes;
    this.#places = parts.places;
    this.#base = parts.base;
  }

  get span() {
    return this.#places.locate(this.#base);
  }

  locate(path: Path, part?: 'key' | 'value') {
    return this.#places.locate([...this.#base, ...path], part);
  }
}
