import { parseRssFeed } from 'feedsmith';
import { slugify } from '../text/slug.ts';
import { formatTime } from '../text/timestamp.ts';
import { type Imported, type ImportedFile, type ImportNotice, pageText } from './imported.ts';

/** Somebody named in a feed, as `podcast:person` gives them. */
interface Person {
  display?: string;
  role?: string;
}

/** A podcast's RSS feed with the itunes and podcast namespaces. Transcripts and chapters named by address are listed, never fetched. */
export function importFeed(text: string, from: string): Imported {
  const notices: ImportNotice[] = [];
  const files: ImportedFile[] = [];
  let feed: ReturnType<typeof parseRssFeed>;
  try {
    feed = parseRssFeed(text);
  } catch {
    return { files, notices: [{ sort: 'skipped', from, message: 'it is no RSS feed' }] };
  }
  const title = feed.title?.trim() || 'Show';
  const show = slugify(title) || 'show';
  const hosts = (feed.podcast?.persons ?? []).filter((person: Person) => !person.role || /host/i.test(person.role));
  const guests = new Map<string, string>();
  for (const item of feed.items ?? []) {
    const name = item.title?.trim() || item.guid?.value;
    const slug = slugify(name ?? '');
    if (!name || slug === '') {
      notices.push({ sort: 'skipped', from, message: 'an item without a title' });
      continue;
    }
    if (files.some((file) => file.path === `episodes/${slug}.md`)) {
      const message = `${name}: an item before it has this title; it was left out`;
      notices.push({ sort: 'skipped', from, message });
      continue;
    }
    const odd = (message: string) => notices.push({ sort: 'odd', from, message: `${name}: ${message}` });
    const time = Date.parse(item.pubDate ?? '');
    if (Number.isNaN(time)) odd('it has no date');
    const audio = item.enclosures?.[0]?.url;
    if (!audio || !URL.canParse(audio)) odd('no recording is named');
    for (const transcript of item.podcast?.transcripts ?? [])
      odd(`a transcript is at ${transcript.url} (${transcript.type ?? 'unknown type'})`);
    if (item.podcast?.chapters) odd(`chapters are at ${item.podcast.chapters.url}`);
    const speakers = (item.podcast?.persons ?? []).filter((person: Person) => /guest/i.test(person.role ?? ''));
    for (const person of speakers) if (person.display) guests.set(slugify(person.display), person.display);
    const duration = Number(item.itunes?.duration);
    const summary = (item.itunes?.summary ?? item.description)
      ?.replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
    const data = {
      title: name,
      show,
      season: item.itunes?.season,
      number: item.itunes?.episode,
      date: Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10),
      duration: Number.isFinite(duration) && duration > 0 ? formatTime(duration) : undefined,
      guests: speakers.flatMap((person: Person) => (person.display ? [slugify(person.display)] : [])),
      summary: summary || undefined,
      media: audio && /^https?:/.test(audio) ? [{ audio }] : undefined,
      links: item.link && /^https?:/.test(item.link) ? { 'Episode page': item.link } : undefined,
    };
    files.push({ path: `episodes/${slug}.md`, text: pageText(data), from });
  }
  for (const host of hosts) if (host.display) guests.set(slugify(host.display), host.display);
  for (const [slug, name] of guests) files.push({ path: `guests/${slug}.md`, text: pageText({ title: name }), from });
  const hostList = hosts.flatMap((host: Person) =>
    host.display ? [{ guest: slugify(host.display), labels: [host.display] }] : [],
  );
  const summary = feed.description
    ?.replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);
  const data = { title, url: feed.link, summary: summary || undefined, hosts: hostList };
  files.push({ path: `shows/${show}.md`, text: pageText(data), from });
  return { files, notices };
}
