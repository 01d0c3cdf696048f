import type { LinkField } from '../kinds/fields.ts';
import type { DataOf, KindName } from '../kinds/index.ts';
import type { Span } from '../text/source-text.ts';
import type { Path } from './parse-yaml.ts';
import type { Prose } from './prose.ts';

/** `kind:slug`; a claim's slug is `episode/claim`. */
export type NodeId = `${KindName}:${string}`;

/** A link written in a field, not yet resolved. */
export interface FieldLink {
  name: string;
  path: Path;
  /** Whether the name is the key at that path, as in `takes`. */
  isKey: boolean;
  field: LinkField;
  /** Stance, relation or time that goes with it. */
  label?: string;
}

/** One page as written: validated data, links and prose, and where each of them stands. */
export interface WikiNode<K extends KindName = KindName> {
  id: NodeId;
  kind: K;
  slug: string;
  title: string;
  aliases: string[];
  summary?: string;
  data: DataOf<K>;
  file: string;
  span: Span;
  fieldLinks: FieldLink[];
  /** Body first, then prose fields. */
  proses: Prose[];
  /** What was found out of this page alone, by whoever asked first, as plain data: it is kept with what was read of the page. */
  notes: Record<string, unknown>;
  /** Where a field stands in the file. */
  locate(path: Path, part?: 'key' | 'value'): Span;
}

export type AnyNode = { [K in KindName]: WikiNode<K> }[KindName];

/** An id says what it is of. */
export function kindOf(id: NodeId): KindName {
  return id.slice(0, id.indexOf(':')) as KindName;
}

export function nodeId(kind: KindName, slug: string): NodeId {
  return `${kind}:${slug}`;
}

export function isKind<K extends KindName>(node: AnyNode | undefined, kind: K): node is Extract<AnyNode, { kind: K }> {
  return node?.kind === kind;
}
