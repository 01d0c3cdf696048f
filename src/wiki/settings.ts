import { z } from 'zod';
import { checkSchema } from './corpus/check-schema.ts';
import { parseYaml } from './corpus/parse-yaml.ts';
import type { SourceFile } from './corpus/source-file.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import { text, url } from './kinds/fields.ts';
import { normaliseSource, sourceText } from './text/source-text.ts';

/** Name of the file in the content folder that holds what is true of the whole archive. */
export const SETTINGS_FILE = 'settings.yaml';

export const settingsSchema = z.strictObject({
  title: text().default('On Record').describe('Name of the archive'),
  description: text().default('A podcast archive in which every claim is on record.').describe('One sentence'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: 'is not a language tag such as `en` or `pt-BR`' })
    .default('en')
    .describe('BCP 47 tag of the language the pages are written in'),
  links: z.record(text(), url()).default({}).describe('Label → address, shown at the foot of every page'),
  licence: z
    .strictObject({ name: text(), url: url().optional() })
    .optional()
    .describe('Licence of the texts written for this archive'),
  repository: z
    .strictObject({
      url: url().describe('Where the content is kept'),
      branch: text().default('main'),
      folder: text().default('content').describe('The content folder inside the repository'),
    })
    .optional()
    .describe('For links that lead to a page’s source'),
  mdx: z.boolean().default(true).describe('Whether `.mdx` files, which run code while the site is built, are read'),
});
export type Settings = z.output<typeof settingsSchema>;

/** Reads the settings. A missing file means the defaults; a faulty one is said and the defaults stand in. */
export function parseSettings(file: SourceFile | undefined): { settings: Settings; diagnostics: Diagnostic[] } {
  const defaults = settingsSchema.parse({});
  if (!file) return { settings: defaults, diagnostics: [] };
  const source = sourceText(normaliseSource(file.text));
  const yaml = parseYaml(file.path, source, 0, source.text.length);
  if (yaml.diagnostics.length > 0) return { settings: defaults, diagnostics: yaml.diagnostics };
  const checked = checkSchema(settingsSchema, yaml.data ?? {}, yaml, file.path);
  return { settings: checked.data ?? defaults, diagnostics: checked.diagnostics };
}
