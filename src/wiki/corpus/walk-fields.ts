import type { z } from 'zod';
import { linkFields, proseFields } from '../kinds/fields.ts';
import type { FieldLink } from './node.ts';
import type { Path } from './parse-yaml.ts';

export interface FieldVisitor {
  link(link: FieldLink): void;
  prose(path: Path, source: string): void;
}

/** Walks validated data beside its schema and hands over every link and every piece of prose, in the order of the schema's keys. */
export function walkFields(schema: z.core.$ZodType, value: unknown, visitor: FieldVisitor): void {
  visit(schema, value, [], undefined);

  function visit(
    current: z.core.$ZodType,
    here: unknown,
    path: Path,
    parent: Record<string, unknown> | undefined,
  ): void {
    if (here === undefined || here === null) return;
    const def = current._zod.def as { type: string } & Record<string, unknown>;
    switch (def.type) {
      case 'optional':
      case 'nullable':
      case 'default':
      case 'readonly':
        visit(def.innerType as z.core.$ZodType, here, path, parent);
        return;
      case 'object':
        for (const [key, field] of Object.entries(def.shape as Record<string, z.core.$ZodType>)) {
          visit(field, (here as Record<string, unknown>)[key], [...path, key], here as Record<string, unknown>);
        }
        return;
      case 'array':
        (here as unknown[]).forEach((item, index) => {
          visit(def.element as z.core.$ZodType, item, [...path, index], parent);
        });
        return;
      case 'union':
        for (const option of def.options as z.core.$ZodType[]) {
          const type = (option._zod.def as { type: string }).type;
          if (type === (Array.isArray(here) ? 'array' : typeof here)) {
            visit(option, here, path, parent);
            return;
          }
        }
        return;
      case 'record': {
        const field = linkFields.get(def.keyType as z.ZodType);
        for (const [key, item] of Object.entries(here as Record<string, unknown>)) {
          if (field) visitor.link({ name: key, path: [...path, key], isKey: true, field, label: String(item) });
          else visit(def.valueType as z.core.$ZodType, item, [...path, key], undefined);
        }
        return;
      }
      case 'string': {
        const field = linkFields.get(current as z.ZodType);
        if (field) {
          const label = field.label === undefined ? undefined : parent?.[field.label];
          visitor.link({
            name: String(here),
            path,
            isKey: false,
            field,
            ...(label === undefined ? {} : { label: String(label) }),
          });
        } else if (proseFields.get(current as z.ZodType)) visitor.prose(path, String(here));
      }
    }
  }
}
