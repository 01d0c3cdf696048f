import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { progress } from '@clack/prompts';
import { parse } from 'yaml';
import type { ImportedFile } from '../wiki/importers/imported.ts';
import { type Mapping, mappingSchema } from '../wiki/importers/mapping.ts';
import { datatalks } from '../wiki/importers/mappings/datatalks.ts';
import { obsidian } from '../wiki/importers/mappings/obsidian.ts';
import { SETTINGS_FILE } from '../wiki/settings.ts';
import { importTranscripts } from '../workspace/import-transcripts.ts';
import { findForeign, readForeign } from '../workspace/read-foreign.ts';
import { writeChapters, writeImport } from '../workspace/write-import.ts';
import { defineCommand, UsageError } from './define-command.ts';
import { type ImportFormat, importFormats } from './import-formats.ts';
import { importReport } from './import-report.ts';

const MAPPINGS: Record<string, unknown> = { datatalks, obsidian };
/** From so many files on a bar shows how far it is. */
const LONG_WORK = 50;

export const importCommand = defineCommand({
  name: 'import',
  summary: 'Brings an archive, a wiki, a feed or transcripts in.',
  arguments: 'FORMAT PATH…',
  options: {
    into: { type: 'string', value: 'DIR', help: 'Content folder it goes into', default: 'content' },
    mapping: {
      type: 'string',
      value: 'NAME',
      help: `What becomes what: ${Object.keys(MAPPINGS).join(', ')} or a YAML file`,
    },
    'dry-run': { type: 'boolean', help: 'Says what would change and writes nothing' },
  },
  details: `Formats:
${Object.entries(importFormats)
  .map(([name, { about }]) => `  ${name.padEnd(12)} ${about}`)
  .join('\n')}
What a curator wrote or changed is never overwritten: a second run updates only what the first made.`,
  async run({ options, positionals }) {
    const [name, ...paths] = positionals;
    const format = importFormats[name ?? ''];
    if (!format) throw new UsageError(`which format? One of ${Object.keys(importFormats).join(', ')}`);
    if (paths.length === 0) throw new UsageError('import what? Say a file or a folder');
    const mapping = await readMapping(String(options.mapping ?? format.mapping));
    const found = await findForeign(paths, format.extensions);
    const into = String(options.into);
    const isDry = options['dry-run'] === true;
    const settings = await firstSettings(into);
    const reading = bar('Reading', found.length);
    const { changes, notices } = format.run
      ? await importTogether(format.run)
      : await importTranscripts(into, found, isDry, reading.advance);
    reading.stop();
    if (!format.run) changes.push(...(await writeImport(into, settings, isDry)));
    for (const line of importReport(found.length, notices, changes, isDry)) console.log(line);
    return 0;

    async function importTogether(run: NonNullable<ImportFormat['run']>) {
      const { files, notices } = await readForeign(found, reading.advance);
      reading.stop();
      const imported = run(files, mapping);
      const writing = bar('Writing', imported.files.length);
      const changes = await writeImport(into, [...imported.files, ...settings], isDry, writing.advance);
      writing.stop();
      const chapters = await writeChapters(into, imported.chapters ?? [], isDry);
      return {
        changes: [...changes, ...chapters.changes],
        notices: [...notices, ...imported.notices, ...chapters.notices],
      };
    }
  },
});

/** Shows how far long work is, to people only. */
function bar(name: string, steps: number): { advance(): void; stop(): void } {
  const shown =
    process.stderr.isTTY === true && steps >= LONG_WORK ? progress({ max: steps, output: process.stderr }) : undefined;
  let isOver = false;
  shown?.start(name);
  return {
    advance: () => shown?.advance(1),
    stop() {
      if (!isOver) shown?.stop(`${name}: done`);
      isOver = true;
    },
  };
}

/** Foreign text is not trusted with code until somebody says so. Settings that are there stay as they are. */
async function firstSettings(into: string): Promise<ImportedFile[]> {
  const isThere = await access(join(into, SETTINGS_FILE)).then(
    () => true,
    () => false,
  );
  return isThere
    ? []
    : [{ path: SETTINGS_FILE, text: '# No file of this folder may run code.\nmdx: false\n', from: '' }];
}

async function readMapping(name: string): Promise<Mapping> {
  let raw = MAPPINGS[name];
  if (raw === undefined) {
    const text = await readFile(name, 'utf8').catch(() => undefined);
    if (text === undefined) throw new UsageError(`there is no mapping ${name}`);
    try {
      raw = parse(text) ?? {};
    } catch (problem) {
      const [message] = (problem as Error).message.split(':\n');
      throw new UsageError(`the mapping ${name} cannot be read as YAML: ${message}`);
    }
  }
  const result = mappingSchema.safeParse(raw);
  if (!result.success) {
    const [issue] = result.error.issues;
    const place = issue?.path.length ? `${issue.path.join('.')}: ` : '';
    throw new UsageError(`the mapping ${name} cannot be used: ${place}${issue?.message}`);
  }
  return result.data;
}
