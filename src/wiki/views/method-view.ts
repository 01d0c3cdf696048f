import { claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { defineTable } from './tables.ts';
import type { ViewContext } from './view-context.ts';

/** What the archive rests on. */
export interface MethodView {
  evidence: Evidence;
  shows: Named[];
}

export function methodView(context: ViewContext): MethodView {
  const shows = context.wiki.graph.ofKind('show').map(({ id }) => named(context, id));
  return { evidence: evidenceOfAll(context), shows };
}

/** How much stands behind the whole archive. */
export function evidenceOfAll(context: ViewContext): Evidence {
  return evidence(context, 'all') as Evidence;
}

const evidence = defineTable('evidence', (context) => {
  const claims = context.wiki.graph.ofKind('claim').map(({ id }) => id);
  return new Map([['all', evidenceOf(claimLines(context, claims))]]);
});
