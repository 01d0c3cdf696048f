import { escapeHtml, truncate } from '../wiki/text/plain.ts';
import type { ClaimReference } from '../wiki/views/claim-reference.ts';

/** A reference with where it is read. */
export interface CitedClaim extends ClaimReference {
  /** Address of the moment and of the page that frames it. */
  url: string;
  embed: string;
}

export interface CiteForm {
  name: string;
  label: string;
  text: string;
}

/** Height of the frame in pixels: a long claim, its source line and the button fit. */
const FRAME_HEIGHT_PX = 230;

/** A claim in the forms in which people pass it on. */
export function citeForms(claim: CitedClaim): CiteForm[] {
  const source = `${claim.guest}, ${[claim.episode, claim.show].filter(Boolean).join(', ')}${claim.date ? ` (${claim.date})` : ''}, ${claim.time}`;
  const words = claim.quote ? `“${claim.quote}”` : claim.text;
  return [
    { name: 'link', label: 'Link', text: claim.url },
    { name: 'quote', label: claim.quote ? 'Quote' : 'Words, paraphrased', text: `${words}\n${source}. ${claim.url}` },
    {
      name: 'markdown',
      label: 'Markdown',
      text: `> ${escapeMarkdown(words)}\n>\n> [${escapeMarkdown(source)}](${claim.url})`,
    },
    {
      name: 'embed',
      label: 'HTML',
      text: `<iframe src="${escapeHtml(claim.embed)}" title="${escapeHtml(truncate(source, 90))}" width="100%" height="${FRAME_HEIGHT_PX}" style="border:0" loading="lazy"></iframe>`,
    },
    { name: 'bibtex', label: 'BibTeX', text: bibtex(claim) },
    { name: 'csl', label: 'CSL-JSON', text: csl(claim) },
  ];
}

function bibtex(claim: CitedClaim): string {
  const year = claim.date?.slice(0, 4);
  const fields: [string, string | undefined][] = [
    ['author', `{${escapeTex(claim.guest)}}`],
    ['title', `{${escapeTex(claim.episode)}}`],
    ['howpublished', claim.show && `{${escapeTex(claim.show)}}`],
    ['year', year && `{${year}}`],
    ['note', `{At ${claim.time}: ${escapeTex(claim.text)}}`],
    ['url', `{${claim.url}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
  return `@misc{${claim.slug.replace('/', ':')},\n${lines.join(',\n')}\n}`;
}

/** An item in CSL-JSON (citation style language 1.0.2), as reference managers read it; a line a field. */
function csl(claim: CitedClaim): string {
  const issued = claim.date?.split('-').map(Number);
  const item = {
    id: claim.slug,
    type: 'interview',
    title: claim.episode,
    author: [{ literal: claim.guest }],
    ...(claim.show ? { 'container-title': claim.show } : {}),
    ...(issued ? { issued: { 'date-parts': [issued] } } : {}),
    locator: claim.time,
    note: claim.text,
    URL: claim.url,
  };
  const lines = Object.entries(item).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `[{\n${lines.join(',\n')}\n}]`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Characters that mean something to TeX. */
function escapeTex(text: string): string {
  return text.replace(/[\\~^]|[#$%&_{}]/g, (character) => TEX[character] ?? `\\${character}`);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>]/g, '\\$&');
}
