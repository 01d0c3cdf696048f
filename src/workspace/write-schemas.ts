import { join } from 'node:path';
import { jsonSchemas } from '../exports/json-schemas.ts';
import { replaceFile } from './replace-file.ts';

/** Writes every JSON Schema into a folder, for editors and for those who read `--json` output. */
export async function writeSchemas(folder: string): Promise<void> {
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    await replaceFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  }
}
