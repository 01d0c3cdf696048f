import { writeSchemas } from '../workspace/write-schemas.ts';
import { defineCommand } from './define-command.ts';

export const schemas = defineCommand({
  name: 'schemas',
  summary: 'Writes the JSON Schemas that let an editor complete and check content.',
  options: { out: { type: 'string', value: 'DIR', help: 'Where they go', default: 'schemas' } },
  details: '`start` and `dev` write them into the project; a built site carries them under `schemas/`.',
  async run({ options }) {
    await writeSchemas(String(options.out));
    console.log(options.out);
    return 0;
  },
});
