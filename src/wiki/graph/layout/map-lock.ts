import type { NodeId } from '../../corpus/node.ts';
import type { SourceFile } from '../../corpus/source-file.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { kinds } from '../../kinds/index.ts';
import { compareText } from '../../text/order.ts';
import { normaliseSource } from '../../text/source-text.ts';
import type { RememberedPositions } from './layout-map.ts';

/** Name of the file in the content folder that says where pages stand on the map, and the number of their region: one a line, YAML of the plainest kind. */
export const MAP_LOCK_FILE = 'map.lock.yaml';

const HEADER = `# Where pages stand on the map, and in which region. Written by \`onrecord build\`; commit it, and the map stays as readers know it.\n`;

/** Layout units from the middle, far beyond any map. */
const FARTHEST = 2 ** 28;

const LINE = /^([a-z]+):(\S+): \[(-?\d{1,10}), (-?\d{1,10})(?:, (\d{1,6}))?\]$/;

export interface MapLock {
  positions: RememberedPositions;
  /** A line that cannot be read forgets its page, and nothing else. */
  diagnostics: Diagnostic[];
}

/** Any text gives positions or says where it does not. O(length). */
export function parseMapLock(file: SourceFile | undefined): MapLock {
  const positions = new Map<NodeId, readonly [number, number, number?]>();
  const diagnostics: Diagnostic[] = [];
  if (!file) return { positions, diagnostics };
  for (const [index, line] of normaliseSource(file.text).split('\n').entries()) {
    const text = line.trimEnd();
    if (text === '' || text.startsWith('#')) continue;
    const [, kind = '', slug, x, y, region] = LINE.exec(text) ?? [];
    const id = `${kind}:${slug}` as NodeId;
    const place = [Number(x), Number(y)] as const;
    const problem =
      !Object.hasOwn(kinds, kind) || place.some((axis) => Math.abs(axis) > FARTHEST)
        ? 'this line does not say where a page stands'
        : positions.has(id)
          ? `\`${id}\` stands in two places`
          : undefined;
    if (problem === undefined) {
      positions.set(id, region === undefined ? place : [...place, Number(region)]);
      continue;
    }
    diagnostics.push({
      code: 'map-lock',
      severity: 'warning',
      file: file.path,
      span: { start: { line: index + 1, column: 1 }, end: { line: index + 1, column: text.length + 1 } },
      message: problem,
      hint: 'write `kind:slug: [x, y, region]`, or delete the line: the page finds a place near its neighbours',
    });
  }
  return { positions, diagnostics };
}

/** One page a line, in order, so that a new page is a new line. */
export function formatMapLock(positions: RememberedPositions): string {
  const lines = [...positions]
    .sort(([left], [right]) => compareText(left, right))
    .map(([id, place]) => `${id}: [${place.join(', ')}]\n`);
  return HEADER + lines.join('');
}
