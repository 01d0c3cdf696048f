import { isDate } from '../kinds/fields.ts';
import { slugify } from '../text/slug.ts';
import { formatTime } from '../text/timestamp.ts';
import { dropAttributes } from './drop-attributes.ts';
import { readFrontMatter } from './front-matter.ts';
import { type ForeignFile, type Imported, type ImportedFile, type ImportNotice, pageText } from './imported.ts';
import { readTurns } from './transcripts/archive-markdown.ts';
import { asItems, asMap, asNumber, asText } from './transcripts/json-text.ts';
import { transcriptBuilder } from './transcripts/transcript.ts';
import { formatWebVtt } from './transcripts/web-vtt.ts';
import type { KnownPage } from './wiki.ts';

export interface ArchiveOptions {
  /** Slug and title of the show the episodes belong to, and its hosts by label. */
  show: { slug: string; title: string; url?: string; hosts?: { name: string; labels: string[] }[] };
}

const YOUTUBE = /^[\w-]{11}$/;
const LINK_LABELS: Record<string, string> = {
  apple: 'Apple Podcasts',
  spotify: 'Spotify',
  anchor: 'Spotify for Creators',
};

/** A podcast archive kept as Markdown: `episodes/*.md` with chapters and transcript in front matter, `people/*.md`. */
export function importArchive(
  foreign: readonly ForeignFile[],
  { show }: ArchiveOptions,
): Imported & { pages: KnownPage[] } {
  const files: ImportedFile[] = [];
  const notices: ImportNotice[] = [];
  const pages: KnownPage[] = [];
  const parsed = foreign
    .filter((file) => file.path.endsWith('.md') && !/(^|\/)README\.md$/i.test(file.path))
    .map((file) => ({ ...file, ...readFrontMatter(file.text) }))
    .map((file) => ({ ...file, body: dropAttributes(file.body) }));
  for (const { path, problem } of parsed) {
    if (problem) notices.push({ sort: 'odd', from: path, line: problem.line, message: problem.message });
  }
  const people = new Map<string, { slug: string; file: (typeof parsed)[number]; labels: Set<string> }>();
  for (const file of parsed) {
    const id = asText(file.data.short);
    const title = asText(file.data.title);
    const isPerson =
      /(^|\/)people\//.test(file.path) ||
      (id !== undefined && file.data.guests === undefined && 'picture' in file.data);
    if (!isPerson) continue;
    if (!title) notices.push({ sort: 'skipped', from: file.path, message: 'a person without a name' });
    else people.set(id ?? nameOf(file.path), { slug: slugify(title), file, labels: new Set() });
  }
  const hostLabels = new Set((show.hosts ?? []).flatMap((host) => host.labels));
  for (const file of parsed) {
    if (asItems(file.data.guests) ?? file.data.transcript) addEpisode(file);
  }
  for (const { slug, file, labels } of people.values()) {
    const links = personLinks(file.data);
    const speakers = [...labels].sort();
    const summary = file.body
      .trim()
      .split(/(?<=[.!?])\s/)[0]
      ?.replace(/\s+/g, ' ')
      .trim();
    const data = { title: asText(file.data.title), speakers, summary: summary || undefined, links };
    files.push({ path: `guests/${slug}.md`, text: pageText(data, file.body), from: file.path });
  }
  for (const host of show.hosts ?? []) {
    const path = `guests/${slugify(host.name)}.md`;
    if (!files.some((file) => file.path === path))
      files.push({ path, text: pageText({ title: host.name }), from: 'the mapping' });
  }
  const hosts = (show.hosts ?? []).map((host) => ({ guest: slugify(host.name), labels: host.labels }));
  const text = pageText({ title: show.title, url: show.url, hosts: hosts.length > 0 ? hosts : undefined });
  if (files.length > 0) files.push({ path: `shows/${show.slug}.md`, text, from: 'the mapping' });
  for (const [id, { slug }] of people) pages.push({ kind: 'guest', slug, names: [id] });
  return { files, notices, pages };

  function addEpisode({ path, data, body }: (typeof parsed)[number]): void {
    const odd = (message: string) => notices.push({ sort: 'odd', from: path, message });
    const slug = slugify(nameOf(path));
    const names = [nameOf(path), asText(data.title), asText(data.short)].flatMap((name) => name ?? []);
    pages.push({ kind: 'episode', slug, names });
    const transcript = transcriptBuilder();
    readTurns(data.transcript, transcript);
    const { cues, problems } = transcript.done();
    for (const { message } of problems) odd(message);
    const guests = (asItems(data.guests) ?? []).flatMap((id) => asText(id) ?? []);
    const known = guests.flatMap((id) => people.get(id) ?? []);
    for (const id of guests) if (!people.has(id)) odd(`guest \`${id}\` is nobody in the archive`);
    // With one guest and one other label there is no guess to make, unless the label is nothing of the guest's name.
    const labels = new Set(cues.flatMap((cue) => cue.speaker ?? []).filter((label) => !hostLabels.has(label)));
    for (const label of labels) {
      const owner = known.find(({ file }) => (asText(file.data.title) ?? '').split(/\s+/).includes(label));
      if (owner) owner.labels.add(label);
      else odd(`the transcript names \`${label}\`, who is none of its guests by that name`);
    }
    const youtube = asText(asMap(data.ids).youtube);
    if (youtube === undefined) odd('no recording is named');
    else if (!YOUTUBE.test(youtube)) odd(`\`${youtube}\` is no YouTube id`);
    const date = [data.date, data.dateadded].map(asText);
    const published = asText(data.dateadded) ?? asText(data.date);
    if (published === undefined) odd('it has no date');
    else if (!isDate(published)) odd(`\`${published}\` is no date`);
    if (date[0] && date[1] && date[0] !== date[1])
      odd(`\`date\` says ${date[0]}, \`dateadded\` ${date[1]}: the latter was taken`);
    const duration = isoSeconds(asText(data.duration));
    const last = cues.at(-1)?.start ?? 0;
    if (data.duration !== undefined && duration === undefined) odd(`\`${asText(data.duration)}\` is no duration`);
    if (duration !== undefined && last > duration) {
      odd(`the last words begin at ${formatTime(last)}, after the declared end at ${formatTime(duration)}`);
    }
    if (data.duration === undefined) odd('it says nothing of its length');
    files.push({
      path: `episodes/${slug}.md`,
      from: path,
      text: pageText(
        {
          title: asText(data.short) ?? asText(data.title) ?? slug,
          show: show.slug,
          season: wholeNumber(data.season),
          number: wholeNumber(data.episode),
          date: published !== undefined && isDate(published) ? published : undefined,
          duration: duration === undefined ? undefined : formatTime(Math.max(duration, Math.ceil(last))),
          guests: known.map((person) => person.slug),
          summary: asText(data.description)?.replace(/\s+/g, ' ').trim() || undefined,
          media: youtube !== undefined && YOUTUBE.test(youtube) ? [{ youtube }] : undefined,
          chapters: chaptersOf(data.quotableClips, odd),
          links: linksOf(data.links),
        },
        body,
      ),
    });
    if (cues.length > 0) files.push({ path: `transcripts/${slug}.vtt`, text: formatWebVtt({ cues }), from: path });
    else odd('it has no transcript');
  }
}

function chaptersOf(value: unknown, odd: (message: string) => void): { at: string; title: string }[] | undefined {
  const chapters = (asItems(value) ?? []).flatMap((item) => {
    const { name, startOffset } = asMap(item);
    const [title, at] = [asText(name)?.trim(), asNumber(startOffset)];
    if (title && Number.isFinite(at) && at >= 0) return [{ at, title }];
    odd('a chapter without a time or a name was left out');
    return [];
  });
  if (chapters.some((chapter, index) => index > 0 && chapter.at <= (chapters[index - 1]?.at ?? 0)))
    odd('chapters are out of order');
  chapters.sort((left, right) => left.at - right.at);
  const seen = new Set<number>();
  const kept = chapters.filter(({ at }) => !seen.has(at) && seen.add(at));
  return kept.length > 0 ? kept.map(({ at, title }) => ({ at: formatTime(at), title })) : undefined;
}

function linksOf(value: unknown): Record<string, string> | undefined {
  const links = Object.entries(asMap(value)).flatMap(([key, url]) => {
    const label = LINK_LABELS[key];
    const address = asText(url);
    return label && address && /^https?:/.test(address) ? [[label, address] as const] : [];
  });
  return links.length > 0 ? Object.fromEntries(links) : undefined;
}

const PROFILES: [string, string, string][] = [
  ['linkedin', 'LinkedIn', 'https://www.linkedin.com/in/'],
  ['twitter', 'Twitter', 'https://twitter.com/'],
  ['github', 'GitHub', 'https://github.com/'],
  ['web', 'Website', ''],
];

function personLinks(data: Record<string, unknown>): Record<string, string> | undefined {
  const links = PROFILES.flatMap(([key, label, base]) => {
    const value = asText(data[key]);
    if (!value) return [];
    const url = /^https?:/.test(value) ? value : base + value;
    return URL.canParse(url) ? [[label, url] as const] : [];
  });
  return links.length > 0 ? Object.fromEntries(links) : undefined;
}

/** `PT01H06M04S` → seconds. */
export function isoSeconds(text: string | undefined): number | undefined {
  const match = /^P(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)$/.exec(text ?? '');
  if (!match || (text ?? '').length < 4) return undefined;
  return Number(match[1] ?? 0) * 3600 + Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
}

function wholeNumber(value: unknown): number | undefined {
  const number = asNumber(value);
  return Number.isInteger(number) && number >= 0 ? number : undefined;
}

function nameOf(path: string): string {
  return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}
