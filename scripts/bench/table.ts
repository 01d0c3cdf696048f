/** Rows → a Markdown table; numbers to the right. Columns nobody has a value for are left out. */
export function formatTable<Row>(
  rows: readonly Row[],
  columns: Record<string, (row: Row) => string | undefined>,
): string {
  if (rows.length === 0) return 'Nothing was measured.';
  const shown = Object.entries(columns)
    .map(([title, value]) => ({ title, cells: rows.map((row) => value(row) ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ title, cells }) => ({
      title,
      cells,
      width: Math.max(3, title.length, ...cells.map((cell) => cell.length)),
    }));
  const isText = (cells: readonly string[]) => cells.some((cell) => /^[a-z]/i.test(cell));
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(shown.map(({ title, width }) => title.padEnd(width))),
    line(shown.map(({ cells, width }) => (isText(cells) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`))),
    ...rows.map((_, index) =>
      line(
        shown.map(({ cells, width }) => {
          const cell = cells[index] as string;
          return isText(cells) ? cell.padEnd(width) : cell.padStart(width);
        }),
      ),
    ),
  ].join('\n');
}

export const seconds = (ms: number) => `${(ms / 1000).toFixed(ms < 9950 ? 2 : 1)} s`;
export const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(bytes < 9.95e6 ? 1 : 0)} MB`;
export const thousands = (number: number) => number.toLocaleString('en');
