import type { ImportNotice } from '../wiki/importers/imported.ts';
import { compareText, firstDifference, groupBy } from '../wiki/text/order.ts';
import { count } from '../wiki/text/plain.ts';
import { slugify } from '../wiki/text/slug.ts';
import type { ImportChange } from '../workspace/import-record.ts';

/** What a curator reads after an import, line by line: each thing once, what is wanted most first. */
export function importReport(
  read: number,
  notices: readonly ImportNotice[],
  changes: readonly ImportChange[],
  isDry: boolean,
): string[] {
  const lines: string[] = [];
  const [missing, said] = [
    notices.filter((notice) => notice.sort === 'missing'),
    notices.filter((notice) => notice.sort !== 'missing'),
  ];
  const once = groupBy(said, ({ sort, from, message }) => `${sort}\n${from}\n${message}`);
  for (const [first, ...more] of once.values()) {
    const { sort, from, line, message } = first as ImportNotice;
    const times = more.length > 0 ? ` (${more.length + 1} times)` : '';
    lines.push(`${sort.padEnd(8)} ${from}${line === undefined ? '' : `:${line}`}: ${message}${times}`);
  }
  const wanted = missingPages(missing);
  for (const { name, pages } of wanted) {
    lines.push(`missing  ${name}: wanted by ${count(pages, 'page')}; its words were kept`);
  }
  const of = (change: ImportChange['change']) => changes.filter((one) => one.change === change);
  for (const change of isDry ? (['new', 'updated', 'kept'] as const) : (['kept'] as const)) {
    for (const { path } of of(change)) lines.push(`${change.padEnd(8)} ${path}`);
  }
  const skipped = [...once.values()].filter(([first]) => first?.sort === 'skipped').length;
  const parts = [
    `${count(read, 'file')} read: ${of('new').length} new, ${of('updated').length} updated, ${of('same').length} as before, ${of('kept').length} kept as a curator left them`,
    `${skipped} skipped, ${once.size - skipped} odd, ${count(wanted.length, 'page')} linked but not there.${isDry ? ' Nothing was written.' : ''}`,
  ];
  lines.push(parts.join('; '));
  return lines;
}

/** Pages that are linked and not there, under the spelling most use. Spellings that would lead to one page are one. */
function missingPages(notices: readonly ImportNotice[]): { name: string; pages: number }[] {
  const groups = groupBy(notices, ({ message }) => slugify(message) || message);
  return [...groups.values()]
    .map((group) => {
      const spellings = [...groupBy(group, ({ message }) => message)].sort(([left, one], [right, other]) =>
        firstDifference(other.length - one.length, compareText(left, right)),
      );
      return { name: spellings[0]?.[0] ?? '', pages: new Set(group.map(({ from }) => from)).size };
    })
    .sort((left, right) => firstDifference(right.pages - left.pages, compareText(left.name, right.name)));
}
