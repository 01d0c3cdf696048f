import type { Import } from './imports.ts';

/** Each sees only those in front of it. `wiki` is what stands at the top of the folder: the recipe and the settings. */
const AROUND = [
  ...['text', 'diagnostics', 'kinds', 'corpus', 'graph', 'importers', 'evidence', 'rules'].map(
    (name) => `wiki/${name}`,
  ),
  'wiki',
  'wiki/views',
  'exports',
  'workspace',
  'cli',
];
/** The same for what is shown. `components/kinds` are whole pages, one a kind, set in a layout. */
const PAGES = ['browser', 'components', 'layouts', 'components/kinds', 'pages'];

/** Why an import may not be, or nothing. */
export function wrongArrow({ file, target }: Pick<Import, 'file' | 'target'>): string | undefined {
  const from = layerOf(file);
  const isOurs = /\.(?:ts|mts|astro|css|json)(?:\?\w+)?$/.test(target);
  if (from.startsWith('wiki')) {
    if (/^(?:node:|astro(?::|\/|$)|@astrojs\/)/.test(target)) {
      return `the model is pure: it runs without ${target.startsWith('node:') ? 'Node' : 'Astro'}`;
    }
    if (isOurs && !target.startsWith('wiki/')) return 'the model knows nothing of what is built on it';
  }
  if (!isOurs) return undefined;
  const to = layerOf(target);
  if (from === 'browser') {
    return /^(?:browser\/|wiki\/text\/|wiki\/views\/contracts)/.test(target)
      ? undefined
      : 'the browser gets encoded contracts (wiki/views/contracts…) and wiki/text, no more: it would load the compiler';
  }
  if (to === 'browser') {
    return PAGES.includes(from) ? undefined : `only pages and their parts mount what runs in the browser, not ${from}`;
  }
  if (PAGES.includes(from)) {
    return PAGES.includes(to) && PAGES.indexOf(to) > PAGES.indexOf(from) ? `${from} are parts of ${to}` : undefined;
  }
  if (PAGES.includes(to) && AROUND.includes(from)) return `${from} does not know the pages it is shown on`;
  const [left, right] = [AROUND.indexOf(from), AROUND.indexOf(to)];
  if (left === -1 || right === -1 || right <= left) return undefined;
  if (to === 'wiki') return 'the recipe (wiki.ts, settings.ts) is made of the model’s parts, not the other way round';
  return `${to} comes after ${from}: text → diagnostics → kinds → corpus → graph → importers → evidence → rules → views → exports → workspace → cli`;
}

/** `wiki/text/slug.ts` → `wiki/text`, `wiki/wiki.ts` → `wiki`, `pages/x/[slug].astro` → `pages`. */
function layerOf(path: string): string {
  const folders = path.split('/').slice(0, -1);
  const isFine = folders[0] === 'wiki' || (folders[0] === 'components' && folders[1] === 'kinds');
  return isFine ? folders.slice(0, 2).join('/') : (folders[0] ?? '');
}
