import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '../../../workspace/site.ts';

/** Claims of an episode, for the cards beside citations: one small file an episode. */
export const getStaticPaths = (() =>
  currentSite()
    .pages.filter((page) => page.kind === 'episode')
    .map((page) => ({ params: { slug: page.slug }, props: { id: page.id } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) => new Response(JSON.stringify(currentSite().previews(props.id)));
