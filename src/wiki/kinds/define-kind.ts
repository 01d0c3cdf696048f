import { z } from 'zod';
import { formerly, names, text } from './fields.ts';
import type { EdgeType, KindName } from './names.ts';

/** Shapes that can be told apart at ten pixels and without colour. */
export const MARKS = [
  'diamond',
  'disc',
  'triangle',
  'cross',
  'dot',
  'square',
  'bar',
  'bars',
  'stack',
  'sheet',
  'ring',
] as const;
export type Mark = (typeof MARKS)[number];

export interface KindDefinition<
  Name extends KindName = KindName,
  Folder extends string = string,
  Shape extends z.ZodRawShape = z.ZodRawShape,
> {
  name: Name;
  /** Folder in the content directory, first part of the address, name of the content collection. */
  folder: Folder;
  /** What readers and curators read. */
  one: string;
  many: string;
  /** One sentence for the head of the index page. */
  description: string;
  /** Hue in OKLCH degrees; lightness and chroma are the same for all kinds. */
  hue: number;
  /** Shape that stands for a page of this kind in drawings; no two kinds share one. */
  mark: Mark;
  /** Neighbours drawn on its pages at most; 0 leaves the drawing out. */
  neighbours: number;
  /** One file holds one page (`file`), or a YAML list of many (`list`; the file's name is the first half of their slugs). */
  storage: 'file' | 'list';
  /** Fields beyond those every kind has. */
  fields: Shape;
  /** Heading of the list of pages that point here, by edge type; what is missing is listed under "Mentioned in". */
  backlinks: Partial<Record<EdgeType, string>>;
  /** Whether its pages are suggested beside pages of other such kinds as something to know; the others only beside their own. */
  isTopic: boolean;
  /** The edge that a `[[link]]` in prose to this kind becomes. */
  proseEdge: 'links' | 'cites';
  /** Fields besides title, aliases, summary and prose whose words search should find; `roles.role` for lists of objects. */
  searched?: readonly string[];
  /** Fields that only say something: what does not show them does not depend on them (`views/shape.ts`). */
  wording?: readonly string[];
  /** Whether a page with this data is checked, but kept from readers until somebody has vouched for it. */
  isHeldBack?(data: Record<string, unknown>): boolean;
  /** Whether a page nobody links to deserves a warning. */
  wantsBacklinks: boolean;
  /** A new page for `onrecord new`, given its title. */
  template(title: string): string;
}

/** Fields of every kind. A claim is named by its text, so its list entries carry `id` and `text` in place of `title`. */
const commonFields = {
  title: text().describe('The name of the page'),
  aliases: names().optional(),
  summary: text().optional().describe('One sentence'),
  formerly: formerly().optional(),
};

export interface Kind<
  Name extends KindName = KindName,
  Folder extends string = string,
  Schema extends z.ZodType = z.ZodType,
> extends Omit<KindDefinition<Name, Folder>, 'fields'> {
  /** Strict: an unknown key is an error. */
  schema: Schema;
  /** The keys of one page, for suggestions and completion. */
  keys: string[];
}

export function defineKind<Name extends KindName, const Folder extends string, Shape extends z.ZodRawShape>(
  definition: KindDefinition<Name, Folder, Shape> & { storage: 'file' },
): Kind<Name, Folder, z.ZodObject<typeof commonFields & Shape, z.core.$strict>>;
export function defineKind<Name extends KindName, const Folder extends string, Shape extends z.ZodRawShape>(
  definition: KindDefinition<Name, Folder, Shape> & { storage: 'list' },
): Kind<Name, Folder, z.ZodObject<Shape, z.core.$strict>>;
export function defineKind(definition: KindDefinition): Kind {
  const { fields, ...rest } = definition;
  const shape = definition.storage === 'list' ? fields : { ...commonFields, ...fields };
  return { ...rest, schema: z.strictObject(shape), keys: Object.keys(shape) };
}
