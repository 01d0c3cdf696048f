import type { AnyNode, NodeId } from '../corpus/node.ts';
import { articleView } from './article-view.ts';
import { collectionView } from './collection-view.ts';
import { comparisonView } from './comparison-view.ts';
import { conceptView } from './concept-view.ts';
import { criterionView } from './criterion-view.ts';
import { episodeView } from './episode-view.ts';
import { guestView } from './guest-view.ts';
import { momentView } from './moment-view.ts';
import { positionView } from './position-view.ts';
import { resourceView } from './resource-view.ts';
import { showView } from './show-view.ts';
import type { ViewContext } from './view-context.ts';

const views = {
  article: articleView,
  claim: momentView,
  collection: collectionView,
  comparison: comparisonView,
  concept: conceptView,
  criterion: criterionView,
  episode: episodeView,
  guest: guestView,
  position: positionView,
  resource: resourceView,
  show: showView,
};

export type ViewOf<K extends AnyNode['kind']> = ReturnType<(typeof views)[K]>;
export type NodeView = ViewOf<AnyNode['kind']>;

/** The finished view of any page. */
export function nodeView(context: ViewContext, id: NodeId): NodeView {
  const node = context.wiki.graph.node(id);
  const view = views[node.kind] as (context: ViewContext, node: AnyNode) => NodeView;
  return view(context, node);
}
