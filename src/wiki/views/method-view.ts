import { countedClaims, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { onceOfShape } from './once.ts';
import { defineShapeTable } from './tables.ts';
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

const evidence = defineShapeTable('evidence', (context) => new Map([['all', counted(context)]]));

const counted = onceOfShape('evidence', (context) => {
  const claims = context.wiki.graph.ofKind('claim').map(({ id }) => id);
  return evidenceOf(countedClaims(context, claims));
});
