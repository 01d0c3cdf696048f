import type { AnyNode } from '../corpus/node.ts';
import type { TranscriptFacts, TranscriptFile } from './transcript-facts.ts';

export type EpisodeNode = Extract<AnyNode, { kind: 'episode' }>;

/** Finds each episode's transcript: the file named like the episode, else the one that names the same YouTube recording. */
export function matchTranscripts(
  episodes: readonly EpisodeNode[],
  files: readonly TranscriptFile[],
  factsOf: (file: TranscriptFile) => TranscriptFacts,
): Map<EpisodeNode, TranscriptFile> {
  const bySlug = new Map<string, TranscriptFile>();
  const byYoutube = new Map<string, TranscriptFile>();
  for (const file of files) {
    const slug = slugOf(file.path);
    if (!bySlug.has(slug)) bySlug.set(slug, file);
    const { youtube } = factsOf(file);
    if (youtube !== undefined && !byYoutube.has(youtube)) byYoutube.set(youtube, file);
  }
  const matched = new Map<EpisodeNode, TranscriptFile>();
  for (const episode of episodes) {
    const ids = (episode.data.media ?? []).flatMap((medium) => medium.youtube ?? []);
    const file = bySlug.get(episode.slug) ?? ids.map((id) => byYoutube.get(id)).find((one) => one !== undefined);
    if (file) matched.set(episode, file);
  }
  return matched;
}

/** `transcripts/one.vtt` → `one`. */
export function slugOf(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
}
