#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { parseArgs } from 'node:util';
import { suggest } from '../wiki/text/suggest.ts';
import { COMPILED } from '../workspace/project-root.ts';
import { OutputError } from '../workspace/publish.ts';
import { MissingContentError, UnreadableContentError } from '../workspace/read-content.ts';
import { describeSystemError } from '../workspace/system-error.ts';
import { type Command, type ExitCode, helpOf, parserOptions, UsageError } from './define-command.ts';

/** The list: a command is one file plus one line here. Only the one that was called is loaded. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./start.ts')).start,
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  'merge-output': async () => (await import('./merge-output.ts')).mergeOutputCommand,
  dev: async () => (await import('./dev.ts')).dev,
  serve: async () => (await import('./serve.ts')).serve,
  new: async () => (await import('./new.ts')).newPage,
  import: async () => (await import('./import.ts')).importCommand,
  draft: async () => (await import('./draft.ts')).draft,
  review: async () => (await import('./review.ts')).review,
  mentions: async () => (await import('./mentions.ts')).mentions,
  path: async () => (await import('./path.ts')).path,
  spots: async () => (await import('./spots.ts')).spots,
  explain: async () => (await import('./explain.ts')).explain,
  schemas: async () => (await import('./schemas.ts')).schemas,
  addresses: async () => (await import('./addresses.ts')).addresses,
};

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()));
  return `onrecord: a podcast archive as a wiki in which every claim is on record

${all.map((command) => `  ${command.name.padEnd(12)} ${command.summary}`).join('\n')}

  onrecord COMMAND --help shows what a command takes.
`;
}

async function main(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === '--help' || name === 'help') {
    console.log(await overview());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? await commands[name]?.() : undefined;
  if (!command) {
    const near = suggest(name, Object.keys(commands));
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

/** What a person is told who can do something about it. Everything else is a fault of ours and keeps its stack. */
function refusalOf(problem: unknown): { message: string; code: ExitCode } | undefined {
  for (const called of [UsageError, MissingContentError, OutputError]) {
    if (problem instanceof called) return { message: problem.message, code: 2 };
  }
  const message = problem instanceof UnreadableContentError ? problem.message : describeSystemError(problem);
  return message === undefined ? undefined : { message, code: 1 };
}

// What was compiled stays compiled between runs; threads and processes we start look there too.
enableCompileCache(COMPILED);
process.env.NODE_COMPILE_CACHE ??= COMPILED;
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (problem) {
  const refusal = refusalOf(problem);
  if (!refusal) throw problem;
  console.error(`onrecord: ${refusal.message}`);
  process.exitCode = refusal.code;
}
