import { styleText } from 'node:util';
import type { TextStyle } from '../wiki/diagnostics/format-text.ts';

/** Colours where the stream shows them (`NO_COLOR` and pipes are respected). */
export function terminalStyle(stream: NodeJS.WriteStream): TextStyle {
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) => styleText(format, text, { stream });
  return { error: paint('red'), warning: paint('yellow'), dim: paint('dim'), bold: paint('bold') };
}
