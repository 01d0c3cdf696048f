/**
 * Import and verification of 200 generated episodes: 27,000 cues, 5,000 claims. Each step is a process of its own, as
 * a curator starts it; time beyond start-up is what is left after that of `check` on an empty folder.
 *
 *     node scripts/bench/evidence.ts [episodes]
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EPISODES = Number(process.argv[2] ?? 200);
const CUES = 135;
const CLAIMS = 25;
const WORDS_A_CUE = 75;

/** Linear congruential generator (Numerical Recipes): the same archive every time. */
let state = 42;
const random = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const SYLLABLES = 'ba do ki lu me no pa re si tu va we xo yi za bri clo dra fle gru'.split(' ');
const VOCABULARY = Array.from({ length: 6000 }, () =>
  Array.from({ length: 2 + random(3) }, () => SYLLABLES[random(SYLLABLES.length)]).join(''),
);
/** Few words are common, most are rare, as in speech. */
const word = () => VOCABULARY[Math.floor(VOCABULARY.length * (random(1000) / 1000) ** 3)] as string;

const folder = mkdtempSync(join(tmpdir(), 'evidence-'));
const archive = join(folder, 'archive');
const content = join(folder, 'content');
for (const name of ['episodes', 'people']) mkdirSync(join(archive, name), { recursive: true });
mkdirSync(join(content, 'claims'), { recursive: true });
mkdirSync(join(content, 'concepts'), { recursive: true });
writeFileSync(join(content, 'concepts/topic.md'), '---\ntitle: Topic\n---\n');
for (let number = 0; number < EPISODES; number++) {
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

/** Runs a command and answers its seconds and its largest memory in megabytes. */
function run(...words: string[]): { seconds: number; cpu: number; megabytes: number; last: string } {
  const start = performance.now();
  const hook = `process.on('exit',()=>require('fs').writeSync(2,'\\nUSED '+process.resourceUsage().maxRSS+' '+(process.resourceUsage().userCPUTime+process.resourceUsage().systemCPUTime)/1e6+'\\n'))`;
  const hookFile = join(folder, 'hook.cjs');
  writeFileSync(hookFile, hook);
  const result = spawnSync(process.execPath, ['--require', hookFile, 'src/cli/onrecord.ts', ...words], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const [, kilobytes, cpu] = /USED (\d+) ([\d.]+)/.exec(result.stderr) ?? [];
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: Number(cpu),
    megabytes: Number(kilobytes) / 1024,
    last: result.stdout.trim().split('\n').at(-1) ?? '',
  };
}

const nothing = ['check', '--content', join(folder, 'nothing')];
mkdirSync(join(folder, 'nothing'));
run(...nothing);
const [idle, idleCpu] = [run(...nothing), run(...nothing)].map(({ seconds, cpu }) => [seconds, cpu])[1] as [
  number,
  number,
];
const report = (name: string, { seconds, cpu, megabytes, last }: ReturnType<typeof run>) => {
  console.log(
    `${name.padEnd(28)} ${(seconds - idle).toFixed(2).padStart(6)} s  ${(cpu - idleCpu).toFixed(2).padStart(6)} s of processor  ${megabytes.toFixed(0).padStart(5)} MB  ${last}`,
  );
  return cpu - idleCpu;
};
console.log(`start-up ${idle.toFixed(2)} s`);
const imported = report('import', run('import', 'archive', archive, '--into', content));
const first = report('first check', run('check', '--content', content));
report('check again, nothing changed', run('check', '--content', content));
const edited = join(content, 'claims/episode-7.yaml');
writeFileSync(edited, readFileSync(edited, 'utf8').replace('type: rule', 'type: rule\n  conditions: [edited]'));
const second = report('check after one edit', run('check', '--content', content));
console.log(
  `import and first check ${(imported + first).toFixed(2)} s; check after an edit ${((imported + first) / second).toFixed(1)} times faster than both, ${(first / second).toFixed(1)} times faster than the first check`,
);
appendFileSync(join(folder, 'done'), '');
rmSync(folder, { recursive: true });
