import { z } from 'zod';
import { diagnosticSchema } from '../wiki/diagnostics/format-json.ts';
import { mappingSchema } from '../wiki/importers/mapping.ts';
import { allKinds } from '../wiki/kinds/index.ts';
import { settingsSchema } from '../wiki/settings.ts';
import { capital } from '../wiki/views/page-view.ts';

/** File name → JSON Schema (draft 2020-12) of every kind, the settings, a mapping for imports and a diagnostic; made from the schemas that check. */
export function jsonSchemas(): Record<string, object> {
  const files: Record<string, object> = {};
  for (const kind of allKinds) {
    const schema: z.ZodType = kind.storage === 'list' ? z.array(kind.schema) : kind.schema;
    files[`${kind.name}.schema.json`] = toJson(schema, capital(kind.storage === 'list' ? kind.many : kind.one));
  }
  files['settings.schema.json'] = toJson(settingsSchema, 'Settings');
  files['mapping.schema.json'] = toJson(mappingSchema, 'Mapping for `onrecord import`');
  files['diagnostic.schema.json'] = toJson(diagnosticSchema, 'Diagnostic');
  return files;
}

function toJson(schema: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(schema, { io: 'input' }) };
}
