import { isSeq, parseDocument, type YAMLSeq } from 'yaml';

/** One entry of a YAML list, with its place: whole lines, from its hyphen to where the next thing begins. */
export interface YamlEntry {
  start: number;
  end: number;
  data: unknown;
}

/** The entries of a file that is a block list (`- …`); `undefined` where it is something else or cannot be read. */
export function yamlEntries(text: string): YamlEntry[] | undefined {
  const document = parseDocument(text, { keepSourceTokens: true, logLevel: 'error' });
  if (document.errors.length > 0) return undefined;
  if (document.contents === null) return [];
  if (!isSeq(document.contents) || document.contents.flow) return undefined;
  const list = document.contents as YAMLSeq;
  const tokens = list.srcToken?.type === 'block-seq' ? list.srcToken.items : [];
  const values = document.toJS() as unknown[];
  return list.items.map((item, index) => {
    const hyphen = tokens[index]?.start.find((token) => token.type === 'seq-item-ind')?.offset ?? 0;
    const valueEnd = (item as { range?: [number, number, number] }).range?.[1] ?? hyphen + 1;
    const newline = text[valueEnd - 1] === '\n' ? valueEnd - 1 : text.indexOf('\n', valueEnd);
    return {
      start: text.lastIndexOf('\n', hyphen) + 1,
      end: newline === -1 ? text.length : newline + 1,
      data: values[index],
    };
  });
}

/** An entry’s lines with some of its keys set, or taken out where the value is `undefined`. Comments and all else stay. */
export function editEntry(lines: string, keys: Record<string, string | undefined>): string {
  const document = parseDocument(lines);
  for (const [key, value] of Object.entries(keys)) {
    if (value === undefined) document.deleteIn([0, key]);
    else document.setIn([0, key], value);
  }
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
