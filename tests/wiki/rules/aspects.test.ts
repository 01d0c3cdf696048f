import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../../scripts/generate/random.ts';
import { generateContent } from '../../../scripts/generate-content.ts';
import { evidenceAmong } from '../../../src/wiki/evidence/evidence-among.ts';
import { gatherEvidence } from '../../../src/wiki/evidence/gather-evidence.ts';
import type { Files, Rule } from '../../../src/wiki/rules/define-rule.ts';
import { rules } from '../../../src/wiki/rules/index.ts';
import { compileWiki, type Wiki } from '../../../src/wiki/wiki.ts';
import { readContent } from '../../../src/workspace/read-content.ts';
import { EDITS } from '../../support/edits.ts';
import { watchAspects } from '../../support/watch-aspects.ts';

/** Rules that may be passed over where all they read is as it was. */
const silent = rules.filter((rule) => rule.reads);

it('a rule says what it reads, or looks at transcripts', () => {
  for (const rule of rules) {
    expect(rule.reads !== undefined, rule.code).toBe(rule.check !== undefined && rule.check.length < 2);
  }
});

/** What a rule that finds nothing has read beyond what it says; `undefined` where it finds something. */
function undeclared(rule: Pick<Rule, 'check' | 'reads'>, { graph }: Wiki): string[] | undefined {
  const { wiki, reads } = watchAspects(graph);
  const findings = [...(rule.check?.(wiki, gatherEvidence(graph, evidenceAmong([]))) ?? [])];
  if (findings.length > 0) return undefined;
  const other = reads.filter((read) => !read.in.some((aspect) => rule.reads?.includes(aspect)));
  return [...new Set(other.map(({ what }) => what))];
}

describe('a rule that finds nothing has read nothing but what it says', () => {
  let wikis: Wiki[];
  /** Compiled, where all links lead somewhere: elsewhere every rule looks. */
  const add = (files: readonly { path: string; text: string }[]) => {
    let isSound = false;
    const wiki = compileWiki(files, undefined, undefined, (sound) => {
      isSound = sound;
      return [];
    });
    if (isSound) wikis.push(wiki);
  };
  const sources = (files: Files) => Object.entries(files).map(([path, text]) => ({ path, text }));
  beforeAll(async () => {
    wikis = [];
    add(await readContent(new URL('../../../content', import.meta.url).pathname));
    for (const { wrong, right } of rules) {
      add(sources(wrong));
      add(sources(right));
    }
    const random = createRandom(1, 'aspects');
    let files: Files = generateContent({ pages: 120 });
    for (let step = 0; step < 40; step++) {
      add(sources(files));
      files = EDITS[random.pick(Object.keys(EDITS))]?.(files, step, random) ?? files;
    }
    expect(wikis.length).toBeGreaterThan(100);
  });

  it.each(silent.map((rule) => [rule.code, rule] as const))('%s', (_, rule) => {
    const all = wikis.map((wiki) => undeclared(rule, wiki)).filter((one) => one !== undefined);
    expect(all.length).toBeGreaterThan(50);
    expect(all.flat()).toEqual([]);
  });

  it('which is told', () => {
    const check: Rule['check'] = ({ ofKind, date, out, in: reaching }) => {
      for (const { id, data, proses } of [...ofKind('claim'), ...ofKind('concept')]) {
        String([data.formerly, date(id), proses[0]?.text, out(id).length]);
        for (const { prose } of reaching(id)) String(prose?.block);
      }
      return [];
    };
    const told = wikis.map((wiki) => undeclared({ check, reads: ['links'] }, wiki) ?? []);
    const names = ['claim.id', 'concept.id', 'claim.data.formerly', 'concept.data.formerly', 'where edges lead'];
    const beyond = ['date', 'concept.proses.text', 'edge.prose.block'];
    expect(new Set(told.flat())).toEqual(new Set([...names, ...beyond]));
    const without = wikis.map((wiki) => undeclared({ check, reads: ['links', 'names'] }, wiki) ?? []);
    expect(new Set(without.flat())).toEqual(new Set(beyond));
  });
});
