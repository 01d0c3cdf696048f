import type { WikiGraph } from '../graph/wiki-graph.ts';
import { defineTable } from './tables.ts';

/** Languages that code on any page is written in, each once, in order. One may stand inside another, so that all of them decide how each looks. */
export function codeLanguages(graph: WikiGraph): string[] {
  const languages = graph.nodes.flatMap((node) => [
    ...node.proses.flatMap((prose) => prose.languages),
    ...(node.kind === 'comparison' && node.data.code ? [node.data.code.language] : []),
  ]);
  return [...new Set(languages)].sort();
}

/** The same, for whoever shows code. */
export const noteLanguages = defineTable('code-languages', ({ wiki }) => new Map([['all', codeLanguages(wiki.graph)]]));
