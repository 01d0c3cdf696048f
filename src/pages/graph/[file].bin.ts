import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '../../workspace/site.ts';

/** The map's own files; nothing but its page asks for them. */
export const getStaticPaths = (() =>
  [...currentSite().mapFiles().files].map(([name, bytes]) => ({
    params: { file: name.replace(/\.bin$/, '') },
    props: { bytes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(props.bytes, { headers: { 'Content-Type': 'application/octet-stream' } });
