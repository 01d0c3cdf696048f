import type { NodeId } from '../../wiki/corpus/node.ts';
import type { SourceFile } from '../../wiki/corpus/source-file.ts';
import { allKinds, kinds } from '../../wiki/kinds/index.ts';
import type { KindName } from '../../wiki/kinds/names.ts';
import type { Cell } from '../../wiki/views/reads.ts';
import { tablePart } from '../../wiki/views/tables.ts';
import type { ViewContext } from '../../wiki/views/view-context.ts';
import { digestOf } from '../model-digest.ts';

/** What stands for what is not there. */
const GONE = 'gone';
const STAYS = 'as it was';

/**
 * Answers what a cell holds now, as a digest: the same digest, the same answer to whatever was asked of it. Values made once
 * (`once`) have none; they hold what the cells they are made from hold. Nor has what is close to a page (`rank`):
 * whether that has changed is told by what was kept about it (`changedRankingsOf`).
 */
export function cellDigests(context: ViewContext, files: readonly SourceFile[]): (cell: Cell) => string {
  const { graph, evidence, resolver, places } = context.wiki;
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const ofFile = remembered((path: string) => digestOf(texts.get(path) ?? ''));
  const ofNode = remembered((id: NodeId) => {
    const node = graph.find(id);
    if (!node) return GONE;
    const isAlone = kinds[node.kind].storage === 'file';
    const parts = [
      node.file,
      isAlone ? ofFile(node.file) : JSON.stringify(node.data),
      graph.date(id) ?? '',
      evidence.stateOf(id),
      evidence.questionOf(id) ?? '',
    ];
    for (const { type, target, label } of graph.out(id)) parts.push(type, target, label ?? '');
    return digestOf(parts.join('\n'));
  });
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
    node: (key) => ofNode(key as NodeId),
    in: remembered((key) => {
      const parts: string[] = [];
      for (const { source, type, label, field, prose } of graph.in(key as NodeId)) {
        parts.push(source, type, label ?? '', field, prose ? '1' : '');
      }
      return digestOf(parts.join('\n'));
    }),
    kind: (key) => ofKind(key as KindName),
    all: () => ofAll(''),
    name: (key) => {
      const [written = '', wanted] = key.split('\n');
      const found = resolver.resolve(written, wanted === undefined ? undefined : (wanted.split(' ') as KindName[]));
      return found.state === 'found' ? found.id : JSON.stringify(found);
    },
    settings: () => digestOf(JSON.stringify(context.wiki.settings)),
    rank: () => STAYS,
    table: remembered((key) => digestOf(JSON.stringify(tablePart(context, key)) ?? '')),
  };
  return ({ space, key }) => spaces[space]?.(key) ?? GONE;
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
