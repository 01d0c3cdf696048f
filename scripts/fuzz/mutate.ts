import fc from 'fast-check';

/** What breaks readers of text: each is put somewhere into a file that was sound. */
export const SURPRISES = [
  // YAML
  '&a [*a, *a]',
  '!!js/function "x"',
  '!!binary AAAA',
  '<<: {by: ada}',
  '? [complex]\n: key',
  '\n---\n',
  '\n...\n',
  '%YAML 9.9\n',
  'a: &x [l, l, l, l]\nb: &y [*x, *x, *x, *x]\nc: &z [*y, *y, *y, *y]\nd: [*z, *z, *z, *z]\n',
  '\ntitle: twice\n',
  '\t',
  '"\\ud800"',
  '|2-\n',
  '>+9\n',
  '{[{[{[',
  '0x10',
  '2024-02-31',
  '99:99:99',
  '.nan',
  '~',
  '__proto__: {polluted: true}\n',
  'constructor: 1\n',
  // Markdown and links
  '[[',
  ']]',
  '[[|]]',
  '[[claim:]]',
  '[[claim:one/facts]]',
  '[[rag#|]]',
  '![[rag]]',
  '[[[[rag]]]]',
  '[[../../etc/passwd]]',
  '[x](javascript:alert(1))',
  '[x](\tjava\nscript:alert(1))',
  '![x](data:text/html,<script>alert(1)</script>)',
  '<script>window.pwned=1</script>',
  '<!--',
  '```',
  '> > > > ',
  '| a | b |\n|---|\n',
  '[^1]: [^1]\n',
  '{() => process.exit(3)}',
  '\\',
  // Unicode
  '\u0000',
  '\u2028',
  '\uFEFF',
  '\u202E',
  '\uD800',
  '\uFDD0',
  '\uFDD1',
  '👩‍👩‍👧‍👦',
  'e\u0301\u0301\u0301',
  'ﬀ',
  'İ',
  'ß',
  '中文',
  'עברית',
  // Line ends and paths
  '\r',
  '\r\n',
  '../',
  '..\\',
  '/',
  'C:\\',
  // Times
  '1:00-0:59',
  '-1:00',
  '1e999',
  '00:00:00.000 --> 00:00:01.000',
  'WEBVTT',
  'NOTE',
  '<v Ada>',
  '{"cues": [',
] as const;

interface Change {
  /** Fraction of the text at which it is made, in 65,536ths. */
  at: number;
  length: number;
  kind: 'insert' | 'cut' | 'delete' | 'repeat' | 'nest' | 'swap-line' | 'delete-line' | 'grow';
  text: string;
}

/** How often a piece is repeated or nested at most: enough to reach every limit on depth. */
const MOST_REPEATS = 10_000;
/** Length of a file that nobody writes by hand: a hundred pages of a book. */
const HUGE = 200_000;
const NESTS = ['[', '{', '> ', '- ', '*', '(', '<b>', '[[', '`', '  - '];

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(0xffff),
  length: fc.nat(40),
  kind: fc.oneof(
    {
      weight: 300,
      arbitrary: fc.constantFrom(
        'insert',
        'insert',
        'insert',
        'cut',
        'delete',
        'repeat',
        'nest',
        'swap-line',
        'delete-line',
      ),
    },
    { weight: 1, arbitrary: fc.constant('grow') },
  ),
  text: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...SURPRISES) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  ),
});

/** Changes to make to a text. */
export const changes: fc.Arbitrary<Change[]> = fc.array(change, { minLength: 1, maxLength: 5 });

export function applyChanges(text: string, list: readonly Change[]): string {
  return list.reduce((now, { at, length, kind, text: piece }) => {
    const place = Math.floor((at / 0x10000) * (now.length + 1));
    switch (kind) {
      case 'insert':
        return now.slice(0, place) + piece + now.slice(place);
      case 'cut':
        return now.slice(0, place);
      case 'delete':
        return now.slice(0, place) + now.slice(place + length);
      case 'repeat':
        return now.slice(0, place) + now.slice(place, place + length).repeat(1 + (at % 50)) + now.slice(place);
      case 'grow': {
        const piece = now.slice(place, place + length) || 'x';
        return (
          now.slice(0, place) +
          piece.repeat(Math.ceil(Math.max(0, HUGE - now.length) / piece.length)) +
          now.slice(place)
        );
      }
      case 'nest':
        return (
          now.slice(0, place) +
          (NESTS[length % NESTS.length] as string).repeat(at % 7 === 0 ? MOST_REPEATS : at % 130) +
          now.slice(place)
        );
      default: {
        const lines = now.split('\n');
        const line = Math.floor((at / 0x10000) * lines.length);
        const [taken] = lines.splice(line, 1);
        if (kind === 'swap-line') lines.splice(length % (lines.length + 1), 0, taken as string);
        return lines.join('\n');
      }
    }
  }, text);
}
