#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { suggest } from '../wiki/text/suggest.ts';
import { MissingContentError } from '../workspace/read-content.ts';
import { addresses } from './addresses.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import { type Command, type ExitCode, helpOf, parserOptions, UsageError } from './define-command.ts';
import { dev } from './dev.ts';
import { draft } from './draft.ts';
import { explain } from './explain.ts';
import { importCommand } from './import.ts';
import { mentions } from './mentions.ts';
import { newPage } from './new.ts';
import { review } from './review.ts';
import { schemas } from './schemas.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';

/** The list: a command is one file plus one word here. */
const commands: readonly Command[] = [
  start,
  check,
  build,
  dev,
  serve,
  newPage,
  importCommand,
  draft,
  review,
  mentions,
  explain,
  schemas,
  addresses,
];

const overview = `onrecord: a podcast archive as a wiki in which every claim is on record

${commands.map((command) => `  ${command.name.padEnd(10)} ${command.summary}`).join('\n')}

  onrecord COMMAND --help shows what a command takes.
`;

async function main(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(overview);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((known) => known.name === name);
  if (!command) {
    const near = suggest(
      name,
      commands.map((known) => known.name),
    );
    throw new UsageError(`there is no command \`${name}\`${near ? `; did you mean \`${near}\`?` : ''}`);
  }
  let call: { values: Record<string, string | boolean | undefined>; positionals: string[] };
  try {
    call = parseArgs({
      args: rest,
      options: parserOptions(command),
      allowPositionals: command.arguments !== undefined,
    }) as typeof call;
  } catch (problem) {
    throw new UsageError(unknownOption(command, problem as Error));
  }
  if (call.values.help) {
    console.log(helpOf(command));
    return 0;
  }
  return command.run({ options: call.values, positionals: call.positionals });
}

/** Node's own message, with the option that was probably meant. */
function unknownOption(command: Command, problem: Error): string {
  const message = problem.message.split('. To specify')[0] as string;
  const written = /'--?([\w-]+)/.exec(message)?.[1];
  const near = written ? suggest(written, Object.keys(command.options)) : undefined;
  return near && near !== written ? `${message}; did you mean \`--${near}\`?` : message;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  if (!(problem instanceof UsageError) && !(problem instanceof MissingContentError)) throw problem;
  console.error(`onrecord: ${problem.message}`);
  process.exitCode = 2;
}
