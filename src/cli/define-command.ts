import type { ParseArgsOptionsConfig } from 'node:util';

export interface Option {
  type: 'string' | 'boolean';
  /** Name of the value in the help text. */
  value?: string;
  help: string;
  default?: string;
}

/** What a command was called with. */
export interface Call {
  options: Record<string, string | boolean | undefined>;
  positionals: string[];
}

/** 0 clean, 1 the content has problems, 2 the command was called wrongly. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** Positional arguments in the usage line. */
  arguments?: string;
  options: Record<string, Option>;
  /** More help, as paragraphs. */
  details?: string;
  run(call: Call): Promise<ExitCode>;
}

export function defineCommand(command: Command): Command {
  return command;
}

/** The folder every command works on. */
export const contentOption: Option = { type: 'string', value: 'DIR', help: 'Content folder', default: 'content' };

/** Thrown for a call that makes no sense; the message is for the person who typed it. */
export class UsageError extends Error {}

export function parserOptions(command: Command): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries<Option>({ ...command.options, help: { type: 'boolean', help: '' } }).map(([name, option]) => [
      name,
      { type: option.type, ...(option.default === undefined ? {} : { default: option.default }) },
    ]),
  );
}

export function helpOf(command: Command): string {
  const rows = Object.entries(command.options).map(([name, option]) => {
    const flag = `--${name}${option.value ? ` ${option.value}` : ''}`;
    const fallback = option.default === undefined ? '' : ` (${option.default})`;
    return `  ${flag.padEnd(20)} ${option.help}${fallback}`;
  });
  const usage = `onrecord ${command.name}${command.arguments ? ` ${command.arguments}` : ''} [options]`;
  return [
    command.summary,
    '',
    `  ${usage}`,
    '',
    ...rows,
    `  ${'--help'.padEnd(20)} Shows this`,
    ...(command.details ? ['', command.details] : []),
    '',
  ].join('\n');
}
