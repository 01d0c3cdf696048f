import type { NodeId } from '../wiki/corpus/node.ts';
import { speakersOf } from '../wiki/evidence/speakers.ts';
import { timelineOf } from '../wiki/evidence/timeline.ts';
import { pathOf } from '../wiki/graph/addresses.ts';
import { normaliseName } from '../wiki/graph/resolve.ts';
import type { Cue } from '../wiki/importers/transcripts/transcript.ts';
import type { DataOf } from '../wiki/kinds/index.ts';
import { compareText } from '../wiki/text/order.ts';
import { formatTime, parseTime } from '../wiki/text/timestamp.ts';
import { mediaLinks } from '../wiki/views/media-link.ts';
import type { ViewContext } from '../wiki/views/view-context.ts';
import type { SearchRecord } from './search-records.ts';

/** An episode whose transcript may stand on the site, and what its passages are shown with. Plain data. */
export interface PublishedEpisode {
  id: NodeId;
  slug: string;
  title: string;
  path: string;
  /** Seconds; 0 when it is not known. */
  duration: number;
  media: NonNullable<DataOf<'episode'>['media']>;
  date?: string;
  show: { slug: string; title: string };
  /** Label, normalised → who speaks. */
  speakers: Record<string, { slug: string; title: string }>;
}

/** Most words in a passage; longer turns are cut at the ends of sentences. */
export const MAX_PASSAGE_WORDS = 120;

/** Episodes of shows that say `transcripts: published`. Nothing is public unless somebody has said so. */
export function publishedEpisodes(context: ViewContext): PublishedEpisode[] {
  const { graph } = context.wiki;
  return graph.ofKind('episode').flatMap((node): PublishedEpisode[] => {
    const [partOf] = graph.out(node.id, 'partOf');
    const show = partOf && graph.node(partOf.target);
    if (show?.kind !== 'show' || show.data.transcripts !== 'published') return [];
    const speakers = speakersOf(graph, node.id);
    const people = speakers.labels.flatMap((label) => {
      const id = speakers.of(label);
      return id === undefined ? [] : [[label, { slug: graph.node(id).slug, title: graph.node(id).title }] as const];
    });
    return [
      {
        id: node.id,
        slug: node.slug,
        title: node.title,
        path: pathOf(node),
        duration: parseTime(node.data.duration ?? '') ?? 0,
        media: node.data.media ?? [],
        date: graph.date(node.id),
        show: { slug: show.slug, title: show.title },
        speakers: Object.fromEntries(people.sort(([left], [right]) => compareText(left, right))),
      },
    ];
  });
}

/** What one speaker says without a break. */
interface Turn {
  speaker?: string;
  text: string;
  /** Where in the text each cue begins, and from which second to which. */
  cues: { at: number; second: number; end: number }[];
}

/** How fast people talk, in words a second, where a source does not say when they stop. */
const WORDS_A_SECOND = 2.5;

/** A record for every turn of a conversation, or every part of a long one, in order. */
export function passageRecords(episode: PublishedEpisode, cues: readonly Cue[]): SearchRecord[] {
  const taken = new Set<string>();
  return turnsOf(cues, episode.duration).flatMap((turn) => {
    const speaker = turn.speaker === undefined ? undefined : episode.speakers[normaliseName(turn.speaker)];
    return cutTurn(turn).map(({ second, text }): SearchRecord => {
      let path = `${episode.path}?t=${second}`;
      for (let more = 2; taken.has(path); more++) path = `${episode.path}?t=${second}&part=${more}`;
      taken.add(path);
      const medium = mediaLinks(episode.media, second)[0];
      return {
        id: episode.id,
        path,
        title: text,
        isMoment: true,
        names: [],
        lead: [text],
        prose: [],
        about: [],
        meta: {
          guest: speaker?.title ?? turn.speaker ?? '',
          episode: episode.title,
          time: formatTime(second),
          ...(medium ? { listen: medium.href } : {}),
        },
        facets: {
          type: ['moment'],
          guest: speaker ? [speaker.slug] : [],
          year: episode.date === undefined ? [] : [episode.date.slice(0, 4)],
          show: [episode.show.slug],
          day: episode.date === undefined ? [] : [episode.date],
        },
      };
    });
  });
}

/** Cues of one speaker that follow each other are one turn; where nobody is named, all of them. */
function turnsOf(cues: readonly Cue[], duration: number): Turn[] {
  const turns: Turn[] = [];
  const timed = timelineOf(cues, duration).cues.filter((cue) => cue.text !== '');
  timed.forEach(({ speaker, text, second, end }, index) => {
    const next = timed[index + 1]?.second ?? Number.POSITIVE_INFINITY;
    const stop = Math.max(second, Math.min(next, end ?? second + text.split(' ').length / WORDS_A_SECOND));
    const last = turns.at(-1);
    if (last && last.speaker === speaker) {
      last.cues.push({ at: last.text.length + 1, second, end: stop });
      last.text += ` ${text}`;
    } else turns.push({ ...(speaker === undefined ? {} : { speaker }), text, cues: [{ at: 0, second, end: stop }] });
  });
  return turns;
}

/** Whole sentences, as many as fit into a passage, each from the second its first word is said at. */
function cutTurn(turn: Turn): { second: number; text: string }[] {
  const passages: { second: number; text: string; words: number }[] = [];
  for (const { at, text } of sentencesOf(turn.text)) {
    const words = text.split(/\s+/).length;
    const open = passages.at(-1);
    if (open && open.words + words <= MAX_PASSAGE_WORDS) {
      open.text += ` ${text}`;
      open.words += words;
    } else passages.push({ second: secondAt(turn, at), text, words });
  }
  return passages;
}

let segmenter: Intl.Segmenter | undefined;

/** Sentences with their places; one that is longer than a passage is cut where the words run out. */
function sentencesOf(text: string): { at: number; text: string }[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return [...segmenter.segment(text)].flatMap(({ segment, index }) => {
    const parts: { at: number; text: string }[] = [];
    const words = [...segment.matchAll(/\S+/g)];
    for (let first = 0; first < words.length; first += MAX_PASSAGE_WORDS) {
      const from = words[first]?.index ?? 0;
      const next = words[first + MAX_PASSAGE_WORDS]?.index ?? segment.length;
      parts.push({ at: index + from, text: segment.slice(from, next).trim() });
    }
    return parts;
  });
}

/** Speech is spread evenly over its cue. */
function secondAt({ text, cues }: Turn, at: number): number {
  const which = cues.findLastIndex((cue) => cue.at <= at);
  const cue = cues[which] ?? { at: 0, second: 0, end: 0 };
  const length = (cues[which + 1]?.at ?? text.length) - cue.at;
  return Math.floor(cue.second + ((cue.end - cue.second) * (at - cue.at)) / Math.max(1, length));
}
