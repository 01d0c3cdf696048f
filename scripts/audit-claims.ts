// Draws claims at random, by seed, and prints each beside what the transcript says around its second, for an
// independent reader. `npm run -s audit -- --transcripts DIR [--content DIR] [--count 100] [--seed 1]`
import { parseArgs } from 'node:util';
import { matchTranscripts } from '../src/wiki/evidence/match-transcripts.ts';
import { readTranscript } from '../src/wiki/evidence/transcript-facts.ts';
import { asList } from '../src/wiki/text/plain.ts';
import { formatRange, formatTime, parseRange } from '../src/wiki/text/timestamp.ts';
import { compileWiki } from '../src/wiki/wiki.ts';
import { readContent } from '../src/workspace/read-content.ts';
import { readEvidence } from '../src/workspace/read-evidence.ts';
import { createRandom } from './generate/random.ts';

/** Seconds shown before and after a claim's range. */
const MARGIN = 30;

const { values } = parseArgs({
  options: {
    content: { type: 'string', default: 'content' },
    transcripts: { type: 'string' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
  },
});

const { graph } = compileWiki(await readContent(values.content));
const { transcripts } = await readEvidence(values.content, values.transcripts);
const read = new Map(transcripts.map((file) => [file, readTranscript(file)]));
const readOf = (file: (typeof transcripts)[number]) => read.get(file) ?? readTranscript(file);
const matched = matchTranscripts(graph.ofKind('episode'), transcripts, (file) => readOf(file).facts);
const bySlug = new Map([...matched].map(([episode, file]) => [episode.slug, readOf(file).cues]));

const random = createRandom(Number(values.seed), 'audit');
for (const [index, claim] of random.sample(graph.ofKind('claim'), Number(values.count)).entries()) {
  const ranges = asList(claim.data.at).flatMap((at) => parseRange(at) ?? []);
  const speaker = graph.out(claim.id, 'by')[0]?.target;
  console.log(`\n## ${index + 1}. ${claim.slug}`);
  console.log(
    `${speaker && graph.node(speaker).title}, ${ranges.map(formatRange).join(', ')}${claim.data.approx ? ', estimated' : ''}, ${claim.data.type}`,
  );
  console.log(`> ${claim.data.text}`);
  if (claim.data.conditions) console.log(`> If ${claim.data.conditions.join('; ')}`);
  const cues = bySlug.get(claim.slug.split('/')[0] ?? '') ?? [];
  for (const range of ranges) {
    const end = (range.end ?? range.start) + MARGIN;
    // A long answer stands as several paragraphs at one second: show it from its beginning.
    const from = cues.findLast((cue) => cue.start <= range.start - MARGIN)?.start ?? 0;
    const shown = cues.filter((cue) => cue.start >= from && cue.start <= end);
    for (const cue of shown) console.log(`   ${formatTime(cue.start)} ${cue.speaker ?? '?'}: ${cue.text}`);
  }
}
