import type { AnyNode } from '../corpus/node.ts';
import { kinds } from '../kinds/index.ts';
import type { ViewContext } from './view-context.ts';

/**
 * A page but for its words: its data without what only says something (`wording`), its links, its date and what was found out about it. Running
 * text is no part of it, but for the links it has.
 *
 * Most edits change words alone. Which pages there are, how they are linked, counted and laid out follows from all shapes together; so do tables
 * that are defined by `defineShapeTable`, and values made by `onceOfShape`.
 */
export function shapeOf({ wiki: { graph, evidence } }: ViewContext, node: AnyNode): string {
  const { id, kind, file } = node;
  const parts = [
    id,
    file,
    JSON.stringify(wordless[kind] ? { ...node.data, ...wordless[kind] } : node.data),
    graph.date(id) ?? '',
    evidence.stateOf(id),
    evidence.questionOf(id) ?? '',
  ];
  for (const { type, target, label, field, prose } of graph.out(id)) {
    parts.push(type, target, label ?? '', field, prose ? '1' : '');
  }
  return parts.join('\n');
}

/** By kind: what takes its wording out of JSON. */
const wordless: Partial<Record<string, Record<string, undefined>>> = Object.fromEntries(
  Object.values(kinds).flatMap(({ name, wording }) =>
    wording ? [[name, Object.fromEntries(wording.map((field) => [field, undefined]))]] : [],
  ),
);
