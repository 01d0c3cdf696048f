import type { APIRoute, GetStaticPaths } from 'astro';
import { currentSite } from '../../workspace/site.ts';

/** The map's own files, named after what is in them; nothing but its page asks for them. */
export const getStaticPaths = (() =>
  [...currentSite().mapFiles().files.keys()].map((name) => ({
    params: { file: name.replace(/\.bin$/, '') },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(currentSite().mapFiles().files.get(`${params.file}.bin`), {
    headers: { 'Content-Type': 'application/octet-stream' },
  });
