import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CUES = 135;
const CLAIMS = 25;
const WORDS_A_CUE = 75;

const SYLLABLES = 'ba do ki lu me no pa re si tu va we xo yi za bri clo dra fle gru'.split(' ');

/** Words of an invented language, always the same ones: few are common, most are rare, as in speech. */
function speaker(): { random(below: number): number; word(): string } {
  let state = 42;
  // Linear congruential generator (Numerical Recipes).
  const random = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const vocabulary = Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join(''),
  );
  return { random, word: () => vocabulary[Math.floor(vocabulary.length * (random(1000) / 1000) ** 3)] as string };
}

/** Writes `archive/`, episodes with transcripts kept as Markdown, and `content/`, claims on them, into a folder. */
export function writeArchive(folder: string, episodes: number): { archive: string; content: string } {
  const { random, word } = speaker();
  const archive = join(folder, 'archive');
  const content = join(folder, 'content');
  for (const name of ['episodes', 'people']) mkdirSync(join(archive, name), { recursive: true });
  mkdirSync(join(content, 'claims'), { recursive: true });
  mkdirSync(join(content, 'concepts'), { recursive: true });
  writeFileSync(join(content, 'concepts/topic.md'), '---\ntitle: Topic\n---\n');
  for (let number = 0; number < episodes; number++) {
    const slug = `episode-${number}`;
    const name = `Guest${number}`;
    writeFileSync(
      join(archive, 'people', `guest${number}.md`),
      `---\nshort: guest${number}\ntitle: "${name} Speaker"\n---\nWho.\n`,
    );
    const turns: string[] = [];
    const claims: string[] = [];
    let second = 0;
    for (let cue = 0; cue < CUES; cue++) {
      const words = Array.from({ length: WORDS_A_CUE }, word);
      const isGuest = cue % 2 === 1;
      turns.push(`- line: ${words.join(' ')}\n  sec: ${second}\n  who: ${isGuest ? name : 'Alexey'}`);
      const next = second + 20 + random(15);
      if (isGuest && claims.length < CLAIMS && cue % 5 < 2) {
        const said = words.filter((_, index) => index % 6 === 0).join(' ');
        const time = (at: number) => `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
        claims.push(
          `- id: c${cue}\n  by: guest${number}-speaker\n  at: "${time(second)}-${time(next)}"\n  text: ${said}\n  type: rule\n  about: [topic]\n`,
        );
      }
      second = next;
    }
    const id = `v${String(number).padStart(10, '0')}`;
    const head = `title: Episode ${number}\nshort: Episode ${number}\nseason: 1\nepisode: ${number}\nguests:\n- guest${number}\nids:\n  youtube: ${id}\ndateadded: 2024-01-01\nduration: PT01H30M00S`;
    writeFileSync(join(archive, 'episodes', `${slug}.md`), `---\n${head}\ntranscript:\n${turns.join('\n')}\n---\n`);
    writeFileSync(join(content, 'claims', `${slug}.yaml`), claims.join(''));
  }
  return { archive, content };
}

/** Writes a WebVTT file of about so many bytes: cues of 15 words, half of them with a voice. */
export function writeLongVtt(path: string, bytes: number): void {
  const { random, word } = speaker();
  const blocks = ['WEBVTT\n'];
  const clock = (second: number) =>
    `${[Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map((part) => String(part).padStart(2, '0')).join(':')}.${random(900) + 100}`;
  for (let written = 0, cue = 0; written < bytes; cue++) {
    const said = Array.from({ length: 15 }, word).join(' ');
    const second = Math.floor(cue / 4);
    const block = `${clock(second)} --> ${clock(second + 4)}\n${cue % 2 === 0 ? '<v Ada>' : ''}${said}\n`;
    blocks.push(block);
    written += block.length + 1;
  }
  writeFileSync(path, blocks.join('\n'));
}
