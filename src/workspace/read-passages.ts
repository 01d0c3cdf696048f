import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { type PublishedEpisode, passageRecords } from '../exports/passages.ts';
import type { SearchRecord } from '../exports/search-records.ts';
import { slugOf } from '../wiki/evidence/match-transcripts.ts';
import { parseArchiveMarkdown } from '../wiki/importers/transcripts/archive-markdown.ts';
import { parseTranscript } from '../wiki/importers/transcripts/parse-transcript.ts';
import { compareText } from '../wiki/text/order.ts';
import { decodeText } from './decode-text.ts';

/** What is said in published episodes, one transcript in memory at a time. `folder`: where transcripts lie; it may be missing. */
export async function* readPassages(
  folder: string,
  episodes: readonly PublishedEpisode[],
): AsyncGenerator<SearchRecord> {
  const files = await transcriptsOf(folder, episodes);
  for (const episode of episodes) {
    const path = files.get(episode.slug);
    if (path === undefined) continue;
    yield* passageRecords(episode, parseTranscript(path, await textOf(folder, path)).cues);
  }
}

/** The file named like the episode, else the one that names its YouTube recording: the files of other shows stay closed to readers. */
async function transcriptsOf(folder: string, episodes: readonly PublishedEpisode[]): Promise<Map<string, string>> {
  const paths: string[] = [];
  if (existsSync(folder)) {
    for await (const path of glob('**/*.{vtt,srt,json,json3,txt,md}', { cwd: folder })) {
      const normal = path.split(sep).join('/');
      if (!/(^|\/)(\.|README\.md$)/i.test(normal)) paths.push(normal);
    }
  }
  paths.sort(compareText);
  const found = new Map<string, string>();
  const slugs = new Set(episodes.map((episode) => episode.slug));
  for (const path of paths) {
    const slug = slugOf(path);
    if (slugs.has(slug) && !found.has(slug)) found.set(slug, path);
  }
  const missing = new Map(
    episodes
      .filter((episode) => !found.has(episode.slug))
      .flatMap((episode) =>
        episode.media.flatMap(({ youtube }) => (youtube ? [[youtube, episode.slug] as const] : [])),
      ),
  );
  for (const path of missing.size > 0 ? paths.filter((path) => path.endsWith('.md')) : []) {
    const { youtube } = parseArchiveMarkdown(await textOf(folder, path));
    const slug = youtube === undefined ? undefined : missing.get(youtube);
    if (slug !== undefined && !found.has(slug)) found.set(slug, path);
  }
  return found;
}

async function textOf(folder: string, path: string): Promise<string> {
  return decodeText(await readFile(join(folder, path))).text;
}
