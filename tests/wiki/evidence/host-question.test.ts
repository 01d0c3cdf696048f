import { describe, expect, it } from 'vitest';
import { formatLock, parseLock } from '../../../src/wiki/evidence/lock.ts';
import { claimYaml, soundWith } from '../../../src/wiki/rules/examples.ts';
import { compile } from '../../support/check.ts';

/** `0:50 Hans Host What is it?` a line. */
const vtt = (lines: string) =>
  `WEBVTT\n\n${lines
    .trim()
    .split('\n')
    .map((line) => {
      const [, minute, second, name, words] = /^\s*(\d+):(\d\d) (\w+ \w+) (.*)$/.exec(line) ?? [];
      const at = `00:0${minute}:${second}.000`;
      return `${at} --> ${at}\n<v ${name}>${words}\n`;
    })
    .join('\n')}`;

const files = (talk: string, at = '1:00-2:00') =>
  soundWith({ 'claims/one.yaml': claimYaml('').replace('1:00-2:00', at), 'transcripts/one.vtt': vtt(talk) });
const question = (talk: string, at?: string) => compile(files(talk, at)).evidence.questionOf('claim:one/facts');

const END = '3:00 Hans Host Thank you for that.';

describe('the host’s question before a claim', () => {
  it.each([
    ['directly before the answer', '0:48 Hans Host Where should knowledge live?\n1:00 Ada Lovelace In the index.', 48],
    [
      'told in several turns',
      '0:30 Hans Host I have wondered about it for long.\n0:40 Hans Host So where?\n1:00 Ada Lovelace In the index.',
      30,
    ],
    [
      'before a claim inside the answer',
      '0:20 Hans Host Where should it live?\n0:30 Ada Lovelace Well, let me think aloud.\n1:10 Hans Host And then?',
      20,
    ],
    [
      'before a nod',
      '0:40 Hans Host Where should it live?\n0:50 Ada Lovelace I thought about it.\n0:55 Hans Host Right.\n0:58 Ada Lovelace In the index.',
      40,
    ],
    [
      'with a nod inside it',
      '0:40 Hans Host This is about memory.\n0:45 Ada Lovelace Yes.\n0:50 Hans Host Where should it live?\n1:00 Ada Lovelace In the index.',
      40,
    ],
    [
      'that asks nothing',
      '0:48 Hans Host We talked about knowledge before.\n1:00 Ada Lovelace In the index.',
      undefined,
    ],
    ['of another guest', '0:48 Charles Babbage Where should it live?\n1:00 Ada Lovelace In the index.', undefined],
    ['of nobody', '1:00 Ada Lovelace In the index, I would say.', undefined],
  ])('%s', (_, talk, expected) => {
    expect(question(`${talk}\n${END}`)).toBe(expected);
  });

  it('is too far away after ninety seconds', () => {
    const talk = `0:05 Hans Host Where should it live?\n0:20 Ada Lovelace Let me begin with the story.\n${END}`;
    expect(question(talk, '1:35-2:00')).toBe(5);
    expect(question(talk, '1:36-2:00')).toBeUndefined();
  });

  it('is kept in the lock as a second, and holds without the transcript', () => {
    const first = compile(
      files(`0:48 Hans Host Where should knowledge live?\n1:00 Ada Lovelace In the index.\n${END}`),
    );
    const lock = formatLock(first.evidence.lock);
    expect(lock).toContain('"question":48');
    expect(lock).not.toMatch(/knowledge|where/i);
    const { 'transcripts/one.vtt': _, ...bare } = files('');
    const asked = (text: string, more = {}) =>
      compile({ ...bare, ...more, 'evidence.lock.json': text }).evidence.questionOf('claim:one/facts');
    expect(asked(lock)).toBe(48);
    // Moved since, or edited: the question belongs to another place.
    expect(asked(lock, { 'claims/one.yaml': claimYaml('').replace('1:00', '1:10') })).toBeUndefined();
    // A lock is a file that anyone may have edited.
    expect(asked(lock.replace(':48', ':61'))).toBeUndefined();
    expect(asked(lock.replace(':48', ':-1'))).toBeUndefined();
    const odd = parseLock(lock.replace(':48', ':"x"'));
    expect(odd.get('one/facts')?.entry).toBeUndefined();
    expect(asked(lock.replace(':48', ':"x"'))).toBeUndefined();
  });
});
