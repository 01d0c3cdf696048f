import type { NodeId } from '../../wiki/corpus/node.ts';
import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import { allKinds, kinds } from '../../wiki/kinds/index.ts';
import type { KindName } from '../../wiki/kinds/names.ts';
import type { Cell } from '../../wiki/views/reads.ts';
import { shapeOf } from '../../wiki/views/shape.ts';
import { isOfShape, tablePart } from '../../wiki/views/tables.ts';
import type { ViewContext } from '../../wiki/views/view-context.ts';
import { digestOf } from '../model-digest.ts';

/** What stands for what is not there. */
const GONE = 'gone';
const STAYS = 'as it was';

/** What all cells hold now. */
export interface CellDigests {
  /** Of the shape of the archive (`views/shape.ts`), with its settings and the places on the map. */
  readonly shape: string;
  /**
   * Answers what a cell holds now, as a digest: the same digest, the same answer to whatever was asked of it. Values made once
   * (`once`) have none; they hold what the cells they are made from hold. Nor has what is close to a page (`rank`):
   * whether that has changed is told by what was kept about it (`changedRankingsOf`).
   */
  of(cell: Cell): string;
}

export function cellDigests(context: ViewContext, files: readonly SourceFile[]): CellDigests {
  const { graph, resolver, places, settings } = context.wiki;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const ofFile = remembered((path: string) => digestOf(texts.get(path) ?? ''));
  const shapes: string[] = [];
  const nodes = new Map<string, string>();
  for (const node of graph.nodes) {
    const shape = shapeOf(context, node);
    const words = kinds[node.kind].storage === 'file' ? ofFile(node.file) : JSON.stringify(node.data);
    shapes.push(shape);
    nodes.set(node.id, digestOf(`${shape}\n${words}`));
  }
  const shape = digestOf([JSON.stringify([settings, [...places]]), ...shapes].join('\n'));
  const ofNode = (id: string) => nodes.get(id) ?? GONE;
  const ofKind = remembered((kind: KindName) =>
    digestOf(
      graph
        .ofKind(kind)
        .map(({ id }) => id + ofNode(id))
        .join('\n'),
    ),
  );
  const ofAll = remembered((_: '') =>
    digestOf([...allKinds.map(({ name }) => ofKind(name)), JSON.stringify([...places])].join('\n')),
  );
  const spaces: Record<string, (key: string) => string> = {
    node: ofNode,
    in: remembered((key) => {
      const parts: string[] = [];
      for (const { source, type, label, field, prose } of graph.in(key as NodeId)) {
        parts.push(source, type, label ?? '', field, prose ? '1' : '');
      }
      return digestOf(parts.join('\n'));
    }),
    kind: (key) => ofKind(key as KindName),
    all: () => ofAll(''),
    shape: () => shape,
    name: (key) => {
      const [written = '', wanted] = key.split('\n');
      const found = resolver.resolve(written, wanted === undefined ? undefined : (wanted.split(' ') as KindName[]));
      return found.state === 'found' ? found.id : JSON.stringify(found);
    },
    settings: () => digestOf(JSON.stringify(settings)),
    rank: () => STAYS,
    table: remembered((key) => digestOf(JSON.stringify(tablePart(context, key)) ?? '')),
  };
  return { shape, of: ({ space, key }) => spaces[space]?.(key) ?? GONE };
}

/** Whether a cell holds what it held as long as the shape of the archive stays. */
export function followsShape({ space, key }: Cell): boolean {
  return ['shape', 'in', 'name', 'settings'].includes(space) || (space === 'table' && isOfShape(key));
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}
