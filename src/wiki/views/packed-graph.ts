import { type CompactGraph, compactGraph } from '../graph/compact-graph.ts';
import { onceAside } from './once.ts';

/** The graph as rows of numbers, once a context: the map and what is related are both made of it. */
export const packedGraphOf = onceAside((context): CompactGraph => compactGraph(context.wiki.graph));
