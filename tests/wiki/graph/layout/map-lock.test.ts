import { describe, expect, it } from 'vitest';
import type { NodeId } from '../../../../src/wiki/corpus/node.ts';
import { formatMapLock, MAP_LOCK_FILE, parseMapLock } from '../../../../src/wiki/graph/layout/map-lock.ts';
import { KIND_NAMES } from '../../../../src/wiki/kinds/index.ts';
import { soundWith } from '../../../../src/wiki/rules/examples.ts';
import { check, compile } from '../../../support/check.ts';
import fc, { anyText } from '../../../support/property.ts';

const place = fc.integer({ min: -(2 ** 28), max: 2 ** 28 });
const slug = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-', 'é'), minLength: 1, maxLength: 8 });
const positions = fc
  .array(fc.tuple(fc.constantFrom(...KIND_NAMES), slug, fc.tuple(place, place), fc.option(fc.nat(999999))))
  .map(
    (rows) =>
      new Map(
        rows.map(([kind, name, at, region]) => [
          `${kind}:${name}` as NodeId,
          region === null ? at : ([...at, region] as [number, number, number]),
        ]),
      ),
  );

describe('the lock of the map', () => {
  it('reads what it wrote', () => {
    fc.assert(
      fc.property(positions, (all) => {
        const { positions: read, diagnostics } = parseMapLock({ path: MAP_LOCK_FILE, text: formatMapLock(all) });
        expect(diagnostics).toEqual([]);
        expect(new Map(read)).toEqual(all);
      }),
    );
  });

  it('says of any text what it cannot read, line by line', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        for (const { span, code } of parseMapLock({ path: MAP_LOCK_FILE, text }).diagnostics) {
          expect(code).toBe('map-lock');
          expect(span.start.line).toBeLessThanOrEqual(text.split(/\r\n|[\r\n]/).length);
        }
      }),
    );
  });

  it('points at the line', () =>
    check(
      soundWith({
        [MAP_LOCK_FILE]: '# Places\nconcept:rag: [120, -340]\n<<<<<<< ours\nconcept:rag: [1, 2]\nguest:ada: [1.5, x]\n',
      }),
      `
      map.lock.yaml:3:1  warning  map-lock
        this line does not say where a page stands
        3 │ <<<<<<< ours
          │ ^^^^^^^^^^^^
        hint  write \`kind:slug: [x, y, region]\`, or delete the line: the page finds a place near its neighbours  More: onrecord explain map-lock

      map.lock.yaml:4:1  warning  map-lock
        \`concept:rag\` stands in two places
        4 │ concept:rag: [1, 2]
          │ ^^^^^^^^^^^^^^^^^^^
        hint  write \`kind:slug: [x, y, region]\`, or delete the line: the page finds a place near its neighbours  More: onrecord explain map-lock

      map.lock.yaml:5:1  warning  map-lock
        this line does not say where a page stands
        5 │ guest:ada: [1.5, x]
          │ ^^^^^^^^^^^^^^^^^^^
        hint  write \`kind:slug: [x, y, region]\`, or delete the line: the page finds a place near its neighbours  More: onrecord explain map-lock
      `,
    ));

  it('is no page, and tells where pages stand', () => {
    const wiki = compile(soundWith({ [MAP_LOCK_FILE]: 'concept:rag: [120, -340]\n' }));
    expect(wiki.diagnostics).toEqual([]);
    expect([...wiki.places]).toEqual([['concept:rag', [120, -340]]]);
  });
});
