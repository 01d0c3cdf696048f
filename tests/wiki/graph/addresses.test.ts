import { describe, expect, it } from 'vitest';
import { formerAddresses } from '../../../src/wiki/graph/addresses.ts';
import {
  ADDRESSES_FILE,
  addressesOf,
  lockAddresses,
  parseAddressLock,
} from '../../../src/wiki/graph/published-addresses.ts';
import type { Files } from '../../../src/wiki/rules/define-rule.ts';
import { claimYaml, SOUND, soundWith } from '../../../src/wiki/rules/examples.ts';
import { check, compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

const locked = (files: Files): Files => ({
  ...files,
  [ADDRESSES_FILE]: lockAddresses(compile(files).graph, parseAddressLock(undefined)),
});
const lock = (files: Files, text: string) =>
  lockAddresses(compile(files).graph, parseAddressLock({ path: ADDRESSES_FILE, text }));
const broken = (files: Files) =>
  compile(files)
    .diagnostics.filter(({ code }) => code === 'broken-address')
    .map(({ message, hint }) => `${message}; ${hint}`);

describe('addresses a page had before', () => {
  it('are what it says, its aliases, and for claims those under old names of the episode', () => {
    const files = soundWith({
      'concepts/rag.md': '---\ntitle: RAG\naliases: [Look It Up]\nformerly: [articles/rag]\n---\n[[claim:one/facts]]\n',
      'episodes/one.md': `${SOUND['episodes/one.md']?.replace('title:', 'aliases: [First Talk]\ntitle:')}`,
      'claims/one.yaml': claimYaml('  formerly: [claims/one/fact, claims/zero/facts]\n'),
    });
    expect([...formerAddresses(compile(files).graph)].map((pair) => pair.join(' ')).sort()).toEqual([
      'articles/rag/ concept:rag',
      'claims/first-talk/facts/ claim:one/facts',
      'claims/one/fact/ claim:one/facts',
      'claims/zero/facts/ claim:one/facts',
      'concepts/look-it-up/ concept:rag',
      'episodes/first-talk/ episode:one',
    ]);
  });

  it('never take the address of a page that is there', () => {
    const files = soundWith({
      'concepts/rag.md': '---\ntitle: RAG\nformerly: [criteria/cost]\n---\n[[claim:one/facts]]\n',
    });
    expect(formerAddresses(compile(files).graph).size).toBe(0);
  });

  it('are addresses inside the site', () =>
    check(
      soundWith({
        'concepts/rag.md': '---\ntitle: RAG\nformerly: [../x]\n---\n[[claim:one/facts]]\n',
      }),
      `
      concepts/rag.md:3:12  error  wrong-value
        \`formerly[1]\` is not an address inside the site such as \`concepts/old-name\`
        3 │ formerly: [../x]
          │            ^^^^
        More: onrecord explain wrong-value
      `,
    ));
});

describe('published addresses', () => {
  it('all lead somewhere right after they were locked, and none is lost when they are locked again', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const kept = locked(files);
        expect(broken(kept)).toEqual([]);
        const text = kept[ADDRESSES_FILE] as string;
        const more = `${text}- concepts/older/\n`;
        const again = lock(files, more);
        expect(again.split('\n').sort()).toEqual(more.split('\n').sort());
        expect(lock(files, again)).toBe(again);
      }),
    );
  });

  it('break when a page is renamed, and the hint names the page and the key', () => {
    const { 'criteria/cost.md': cost, ...rest } = locked(SOUND);
    const files = {
      ...rest,
      'criteria/costs.md': `${cost}`,
      'claims/one.yaml': claimYaml('').replace('cost', 'costs'),
    };
    expect(broken(files)).toEqual([
      '`criteria/cost/` was published and leads nowhere now; add `formerly: [criteria/cost]` to criteria/costs.md, or take the line out if the page must go for good',
    ]);
    expect(broken({ ...files, 'criteria/costs.md': '---\ntitle: Cost\nformerly: [criteria/cost]\n---\n' })).toEqual([]);
  });

  it('break when a page is renamed beyond likeness, and the hint names what is new', () => {
    const { 'criteria/cost.md': cost, ...rest } = locked(SOUND);
    const files = {
      ...rest,
      'criteria/budget.md': `${cost}`,
      'claims/one.yaml': claimYaml('').replace('cost', 'budget'),
    };
    expect(broken(files)).toEqual([expect.stringContaining('to criteria/budget.md, or')]);
  });

  it('are not broken by a page that cannot be read for now, whatever names it had', () => {
    const locks = locked({ ...SOUND, 'concepts/rag.md': '---\ntitle: RAG\naliases: [augmented answers]\n---\n' });
    expect(locks[ADDRESSES_FILE]).toContain('- concepts/augmented-answers/');
    expect(broken({ ...locks, 'concepts/rag.md': '---\ntitle: [\n---\n' })).toEqual([]);
  });

  it('may be written without the slash at the end', () => {
    expect(broken({ ...SOUND, [ADDRESSES_FILE]: '- concepts/rag\n- "criteria/cost"\n' })).toEqual([]);
    expect(broken({ ...SOUND, [ADDRESSES_FILE]: '- concepts/gone\n' })).toHaveLength(1);
    expect(lock(SOUND, '- concepts/rag\n').match(/concepts\/rag/g)).toHaveLength(1);
  });

  it('are refused, each at its place, where one cannot tell what they are, and then never written over', () => {
    const odd = '# Published\n- concepts/rag/\n- 7\n- {criteria: cost}\n-\n- ../outside/\n- /criteria/cost/\n';
    check(
      { ...SOUND, [ADDRESSES_FILE]: odd },
      `
      addresses.lock.yaml:3:3  error  wrong-value
        \`7\` is not an address inside the site
        3 │ - 7
          │   ^
        hint  write it as \`- concepts/rag/\`, or take the line out  More: onrecord explain wrong-value

      addresses.lock.yaml:4:3  error  wrong-value
        \`{criteria: cost}\` is not an address inside the site
        4 │ - {criteria: cost}
          │   ^^^^^^^^^^^^^^^^
        hint  write it as \`- concepts/rag/\`, or take the line out  More: onrecord explain wrong-value

      addresses.lock.yaml:5:2  error  wrong-value
        an entry that is empty is not an address inside the site
        5 │ -
          │  ^
        hint  write it as \`- concepts/rag/\`, or take the line out  More: onrecord explain wrong-value

      addresses.lock.yaml:6:3  error  wrong-value
        \`../outside/\` is not an address inside the site
        6 │ - ../outside/
          │   ^^^^^^^^^^^
        hint  write it as \`- concepts/rag/\`, or take the line out  More: onrecord explain wrong-value

      addresses.lock.yaml:7:3  error  wrong-value
        \`/criteria/cost/\` is not an address inside the site
        7 │ - /criteria/cost/
          │   ^^^^^^^^^^^^^^^
        hint  write it as \`- concepts/rag/\`, or take the line out  More: onrecord explain wrong-value
      `,
    );
    expect(() => lock(SOUND, odd)).toThrow('never written over');
  });

  it.each(['concepts/rag/: here\n', 'concepts/rag/\n'])('are a list and nothing else: %j', (text) => {
    check(
      { ...SOUND, [ADDRESSES_FILE]: text },
      `
      addresses.lock.yaml:1:1  error  wrong-value
        published addresses should be a list
        1 │ ${text.trimEnd()}
          │ ${'^'.repeat(text.length - 1)}
        hint  write each address on a line of its own, such as \`- concepts/rag/\`  More: onrecord explain wrong-value
      `,
    );
    expect(() => lock(SOUND, text)).toThrow('never written over');
  });

  it('hold pages of every kind', () => {
    expect(addressesOf(compile(SOUND).graph)).toEqual([
      'claims/one/facts/',
      'concepts/rag/',
      'criteria/cost/',
      'episodes/one/',
      'guests/ada/',
      'guests/hans/',
      'shows/talks/',
    ]);
  });
});
