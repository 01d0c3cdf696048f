import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { NodeId } from '../wiki/corpus/node.ts';
import { checkClaim, type EpisodeTranscript } from '../wiki/evidence/check-claim.ts';
import { type DraftClaim, draftClaims, withOwnIds } from '../wiki/evidence/draft-claims.ts';
import { DRAFT_FOLDER } from '../wiki/evidence/evidence-among.ts';
import { type EpisodeNode, matchTranscripts } from '../wiki/evidence/match-transcripts.ts';
import { readProposals } from '../wiki/evidence/read-proposals.ts';
import { speakersOf } from '../wiki/evidence/speakers.ts';
import { supportIndex } from '../wiki/evidence/support.ts';
import { timelineOf } from '../wiki/evidence/timeline.ts';
import { readTranscript } from '../wiki/evidence/transcript-facts.ts';
import { count } from '../wiki/text/plain.ts';
import { suggest } from '../wiki/text/suggest.ts';
import { formatTime, parseRange, parseTime } from '../wiki/text/timestamp.ts';
import type { Wiki } from '../wiki/wiki.ts';
import { askModel, type ModelOptions } from '../workspace/ask-model.ts';
import { compileContent } from '../workspace/compile-content.ts';
import { readContent } from '../workspace/read-content.ts';
import { readEvidence } from '../workspace/read-evidence.ts';
import { replaceFile } from '../workspace/replace-file.ts';
import { contentOption, defineCommand, UsageError } from './define-command.ts';

/** Seconds a model may take for one chapter, unless said. */
const PATIENCE = '120';

export const draft = defineCommand({
  name: 'draft',
  summary: 'Proposes claims from a transcript, for somebody to review.',
  arguments: 'EPISODE',
  options: {
    content: contentOption,
    transcripts: { type: 'string', value: 'DIR', help: 'Transcripts kept elsewhere' },
    endpoint: { type: 'string', value: 'URL', help: 'OpenAI-compatible server that proposes instead' },
    model: { type: 'string', value: 'NAME', help: 'Its model' },
    patience: { type: 'string', value: 'SECONDS', help: 'How long to wait for one answer', default: PATIENCE },
  },
  details: `Proposals go to drafts/EPISODE.yaml, where nothing renders them; \`onrecord review\` walks through them.
Every proposal is held against the transcript first. The key of a server is read from ONRECORD_API_KEY.`,
  async run({ options, positionals }) {
    const content = String(options.content);
    const wiki = await compileContent(content, await readContent(content), { transcripts: [], lock: new Map() });
    const episode = findEpisode(wiki, positionals[0]);
    const known = await readEvidence(
      content,
      options.transcripts === undefined ? undefined : String(options.transcripts),
    );
    const file = matchTranscripts([episode], known.transcripts, (one) => readTranscript(one).facts).get(episode);
    if (!file) throw new UsageError(`no transcript of \`${episode.slug}\` was found; say where with --transcripts`);
    const timeline = timelineOf(readTranscript(file).cues, parseTime(episode.data.duration ?? ''));
    const transcript: EpisodeTranscript = {
      index: supportIndex(timeline),
      speakers: speakersOf(wiki.graph, episode.id),
      nameOf: (id) => wiki.graph.node(id).title,
    };
    const guests = new Set<NodeId>(wiki.graph.out(episode.id, 'features').map((edge) => edge.target));
    const concepts = wiki.graph
      .ofKind('concept')
      .map((node) => ({ slug: node.slug, names: [node.title, ...node.aliases] }));
    const chapters = [0, ...(episode.data.chapters ?? []).flatMap(({ at }) => parseTime(at) ?? [])];
    const guestOf = (cue: (typeof timeline.cues)[number]) => {
      const id = transcript.speakers.of(cue.speaker);
      return id !== undefined && guests.has(id) ? id.slice(id.indexOf(':') + 1) : undefined;
    };
    let proposed: DraftClaim[];
    if (options.endpoint === undefined) proposed = draftClaims({ timeline, guestOf, concepts, chapters });
    else {
      if (options.model === undefined) throw new UsageError('which model? Say it with --model');
      if (!/^https?:$/.test(URL.parse(String(options.endpoint))?.protocol ?? '')) {
        throw new UsageError(
          `\`${options.endpoint}\` is no address of a server: write one like http://localhost:11434/v1`,
        );
      }
      proposed = [];
      const model = {
        endpoint: String(options.endpoint),
        model: String(options.model),
        key: process.env.ONRECORD_API_KEY,
        patience: 1000 * Number(options.patience),
      };
      const unique = [...new Set(chapters)].sort((left, right) => left - right);
      for (const [index, from] of unique.entries()) {
        const cues = timeline.cues.filter(
          (cue) => cue.second >= from && cue.second < (unique[index + 1] ?? Number.POSITIVE_INFINITY),
        );
        const by = cues.map(guestOf).find((slug) => slug !== undefined);
        if (by === undefined) continue;
        const answer = await proposeChapter(
          cues.map((cue) => `${formatTime(cue.second)} ${cue.speaker ?? '?'}: ${cue.text}`),
          by,
          concepts,
          model,
        );
        proposed.push(...answer);
      }
    }
    const sound = proposed.filter((one) => {
      const range = parseRange(one.at);
      if (!range) return false;
      const claim = {
        guest: `guest:${one.by}` as NodeId,
        ranges: [{ range, path: ['at'] }],
        text: one.text,
        approx: false,
        ...(one.quote ? { quote: one.quote } : {}),
      };
      const { findings } = checkClaim(transcript, claim);
      for (const { message } of findings) console.error(`rejected ${one.at} “${one.text.slice(0, 50)}”: ${message}`);
      return findings.length === 0;
    });
    const path = join(content, DRAFT_FOLDER, `${episode.slug}.yaml`);
    const before = existsSync(path) ? ((parse(await readFile(path, 'utf8')) as DraftClaim[] | null) ?? []) : [];
    const fresh = sound.filter((one) => !before.some((old) => old.at === one.at && old.text === one.text));
    const taken = new Set([
      ...before.map(({ id }) => id),
      ...wiki.graph.in(episode.id, 'in').map((edge) => edge.source.slice(edge.source.lastIndexOf('/') + 1)),
    ]);
    await replaceFile(path, stringify([...before, ...withOwnIds(fresh, taken)], { lineWidth: 0 }));
    console.log(`${count(fresh.length, 'new proposal')} in ${path}, ${proposed.length - sound.length} rejected`);
    return 0;
  },
});

export function findEpisode(wiki: Wiki, slug: string | undefined): EpisodeNode {
  const episodes = wiki.graph.ofKind('episode');
  const found = episodes.find((node) => node.slug === slug);
  if (found) return found;
  const near =
    slug &&
    suggest(
      slug,
      episodes.map((node) => node.slug),
    );
  throw new UsageError(
    slug ? `no episode is called \`${slug}\`${near ? `; did you mean \`${near}\`?` : ''}` : 'which episode?',
  );
}

async function proposeChapter(
  lines: string[],
  by: string,
  concepts: { slug: string }[],
  options: ModelOptions,
): Promise<DraftClaim[]> {
  const slugs = concepts.map(({ slug }) => slug);
  const prompt = `From this stretch of a transcript, list the assertions the guest makes. Answer with a JSON list only. Each item: {"at": "M:SS-M:SS" within the guest's own words, "text": the assertion in your own words, one sentence, "quote": optional, exact words, "type": one of definition, rule, tradeoff, pitfall, result, example, prediction, "about": 1 to 4 of: ${slugs.join(', ')}}.\n\n${lines.join('\n')}`;
  const { text, problem } = await askModel(prompt, options);
  if (text === undefined) {
    console.error(`no proposals: ${problem}`);
    return [];
  }
  const { drafts, rejected } = readProposals(text, by, options.model, new Set(slugs));
  for (const reason of rejected) console.error(`rejected ${reason}`);
  return drafts;
}
