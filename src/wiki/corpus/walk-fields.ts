import type { z } from 'zod';
import { linkFields, proseFields } from '../kinds/fields.ts';
import type { FieldLink } from './node.ts';
import type { Path } from './parse-yaml.ts';

export interface FieldVisitor {
  link(link: FieldLink): void;
  prose(path: Path, source: string): void;
}

type Data = Record<string, unknown>;
/** Visits a value; `parent` is the map it stands in. */
type Walk = (here: unknown, path: Path, parent: Data | undefined, visitor: FieldVisitor) => void;

/** Schema → its walk; `undefined` for one in which no link and no prose can be. */
const walks = new WeakMap<z.core.$ZodType, { walk: Walk | undefined }>();

/** Walks validated data beside its schema and hands over every link and every piece of prose, in the order of the schema's keys. */
export function walkFields(schema: z.core.$ZodType, value: unknown, visitor: FieldVisitor): void {
  walkOf(schema)?.(value, TOP, undefined, visitor);
}

/** Paths made before, by the path above them: pages of a kind have the same, and there are tens of thousands. */
const paths = new WeakMap<Path, Map<string | number, Path>>();
const TOP: Path = [];

function below(path: Path, step: string | number): Path {
  let known = paths.get(path);
  if (!known) {
    known = new Map();
    paths.set(path, known);
  }
  let made = known.get(step);
  if (!made) {
    made = [...path, step];
    known.set(step, made);
  }
  return made;
}

/** What a schema asks to be visited is found out once, not once a value. */
function walkOf(schema: z.core.$ZodType): Walk | undefined {
  const known = walks.get(schema);
  if (known) return known.walk;
  const made = makeWalk(schema);
  const walk: Walk | undefined =
    made && ((here, ...rest) => here !== undefined && here !== null && made(here, ...rest));
  walks.set(schema, { walk });
  return walk;
}

function makeWalk(schema: z.core.$ZodType): Walk | undefined {
  const def = schema._zod.def as { type: string } & Record<string, unknown>;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return walkOf(def.innerType as z.core.$ZodType);
    case 'object':
      return walkObject(def.shape as Record<string, z.core.$ZodType>);
    case 'array': {
      const walk = walkOf(def.element as z.core.$ZodType);
      return (
        walk &&
        ((here, path, parent, visitor) => {
          for (const [index, item] of (here as unknown[]).entries()) walk(item, below(path, index), parent, visitor);
        })
      );
    }
    case 'union':
      return walkUnion(def.options as z.core.$ZodType[]);
    case 'record':
      return walkRecord(def.keyType as z.ZodType, def.valueType as z.core.$ZodType);
    case 'string':
      return walkString(schema as z.ZodType);
    default:
      return undefined;
  }
}

function walkObject(shape: Record<string, z.core.$ZodType>): Walk | undefined {
  const fields = Object.entries(shape).flatMap(([key, field]) => {
    const walk = walkOf(field);
    return walk ? [{ key, walk }] : [];
  });
  if (fields.length === 0) return undefined;
  return (here, path, _parent, visitor) => {
    const data = here as Data;
    for (const { key, walk } of fields) if (data[key] !== undefined) walk(data[key], below(path, key), data, visitor);
  };
}

/** The first option of a value's type is the one it is walked as. */
function walkUnion(options: readonly z.core.$ZodType[]): Walk | undefined {
  const byType = new Map<string, Walk | undefined>();
  for (const option of options) {
    const { type } = option._zod.def as { type: string };
    if (!byType.has(type)) byType.set(type, walkOf(option));
  }
  if (![...byType.values()].some((walk) => walk)) return undefined;
  return (here, path, parent, visitor) =>
    byType.get(Array.isArray(here) ? 'array' : typeof here)?.(here, path, parent, visitor);
}

function walkRecord(keys: z.ZodType, values: z.core.$ZodType): Walk | undefined {
  const field = linkFields.get(keys);
  const walk = field ? undefined : walkOf(values);
  if (!field && !walk) return undefined;
  return (here, path, _parent, visitor) => {
    for (const [key, item] of Object.entries(here as Data)) {
      if (field) visitor.link({ name: key, path: [...path, key], isKey: true, field, label: String(item) });
      else walk?.(item, [...path, key], undefined, visitor);
    }
  };
}

function walkString(schema: z.ZodType): Walk | undefined {
  const field = linkFields.get(schema);
  if (field) {
    return (here, path, parent, visitor) => {
      const label = field.label === undefined ? undefined : parent?.[field.label];
      const link = { name: String(here), path, isKey: false, field };
      visitor.link(label === undefined ? link : { ...link, label: String(label) });
    };
  }
  return proseFields.get(schema) ? (here, path, _parent, visitor) => visitor.prose(path, String(here)) : undefined;
}
