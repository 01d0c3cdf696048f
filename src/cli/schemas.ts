import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../exports/json-schemas.ts';
import { defineCommand } from './define-command.ts';

export const schemas = defineCommand({
  name: 'schemas',
  summary: 'Writes the JSON Schemas that let an editor complete and check content.',
  options: { out: { type: 'string', value: 'DIR', help: 'Where they go', default: 'schemas' } },
  async run({ options }) {
    const folder = String(options.out);
    await mkdir(folder, { recursive: true });
    for (const [name, schema] of Object.entries(jsonSchemas())) {
      await writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
    }
    console.log(folder);
    return 0;
  },
});
