import { formatTime } from '../../src/wiki/text/timestamp.ts';

/** Value of a key: as it is when that is safe, else in double quotes. */
export function scalar(text: string): string {
  const plain = /^[A-Za-z][\w ,.()'/-]*$/.test(text) && !/^(true|false|null|yes|no)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}

export function flowList(items: readonly string[]): string {
  return `[${items.map((item) => (item.includes(',') ? JSON.stringify(item) : scalar(item))).join(', ')}]`;
}

/** Times are always quoted: some YAML readers take `12:30` for a number. */
export function quotedTime(start: number, end?: number): string {
  return `"${formatTime(start)}${end === undefined ? '' : `-${formatTime(end)}`}"`;
}

const WIDTH = 96;

/** `key: >-` with the text on indented lines, as people write it. */
export function folded(text: string, indent: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) as string;
    if (line && indent.length + line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return `>-\n${lines.map((line) => indent + line).join('\n')}`;
}

/** A page: its keys, each line as given, and its prose. */
export function page(keys: readonly (string | undefined)[], body = ''): string {
  const lines = keys.filter((line) => line !== undefined);
  return `---\n${lines.join('\n')}\n---\n${body ? `${body}\n` : ''}`;
}
