import { markWords } from './mark-words.ts';
import type { Search } from './open-search.ts';
import type { Result } from './results.ts';

/** What every list of results shows of one, derived once. */
export interface ShownResult {
  href: string;
  /** The claim's words, or the page's name. */
  text: string;
  /** Kind as readers call it. */
  kind: string;
  one: string;
  summary?: string;
  guest?: string;
  episode?: string;
  time?: string;
  /** Opens the recording at the second. */
  listen?: string;
  /** Seconds by which the host’s question comes before it. */
  asked?: string;
  /** What a claim speaks for, and whether it supports, qualifies or opposes a position. */
  option?: string;
  stance?: string;
  isMoment: boolean;
}

export function shownResult(search: Search, result: Result, base: string): ShownResult {
  const { record } = result;
  const [folder] = result.path.split('/');
  const [kind = '', known] = Object.entries(search.manifest.kinds).find(([, entry]) => entry.folder === folder) ?? [];
  const meta = record?.meta ?? {};
  const isMoment = result.index !== 'pages';
  const text = isMoment ? (record?.content ?? '') : (meta.title ?? result.name?.page.title ?? '');
  return {
    // What was said has no page of its own: it leads to the recording, or else to its episode.
    href: (result.index === 'passages' && meta.listen) || `${base}${result.path}`,
    text,
    kind: result.index === 'passages' ? '' : kind,
    one: known?.one ?? 'page',
    isMoment,
    ...(isMoment
      ? {
          guest: meta.guest,
          episode: meta.episode,
          time: meta.approx ? `c. ${meta.time}` : meta.time,
          listen: meta.listen,
          asked: meta.asked,
          option: meta.option,
          stance: meta.stance,
        }
      : {}),
    ...(isMoment || !meta.summary ? {} : { summary: meta.summary }),
  };
}

/** A result in a page: name or claim with the words marked, who and when, and the second to hear. */
export function resultItem(shown: ShownResult, marked: readonly string[]): HTMLLIElement {
  const item = document.createElement('li');
  item.className = shown.isMoment ? 'claim' : `found k-${shown.kind}`;
  const first = paragraph(shown.isMoment ? 'claim-text' : 'found-name');
  const link = document.createElement('a');
  link.href = shown.href;
  if (!shown.isMoment) link.className = 'link';
  link.append(...markWords(shown.text, marked));
  first.append(link);
  item.append(first);
  if (shown.asked) item.dataset.asked = shown.asked;
  if (!shown.isMoment) {
    const kind = document.createElement('span');
    kind.className = 'aside';
    kind.textContent = shown.one;
    first.append(' ', kind);
    if (shown.summary) {
      const summary = paragraph('found-summary');
      summary.append(...markWords(shown.summary, marked));
      item.append(summary);
    }
    return item;
  }
  const by = paragraph('claim-by');
  const who = document.createElement('span');
  who.className = 'who';
  who.textContent = shown.guest ?? '';
  const where = document.createElement('span');
  where.textContent = shown.episode ?? '';
  const when = document.createElement('a');
  when.className = 'tc';
  when.href = shown.listen ?? shown.href;
  if (shown.listen) when.rel = 'noopener';
  when.textContent = shown.time ?? '';
  // The second stands by who said it: titles of episodes may be long.
  by.append(who, when, where);
  item.append(by);
  return item;
}

function paragraph(name: string): HTMLParagraphElement {
  const made = document.createElement('p');
  made.className = name;
  return made;
}
