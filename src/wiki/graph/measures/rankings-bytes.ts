import type { NodeId } from '../../corpus/node.ts';
import type { KeptRankings } from './kept-rankings.ts';
import { type PageWords, wordsOfForms } from './page-words.ts';
import { Vocabulary } from './vocabulary.ts';

/** First number of the bytes, in the order of bytes of the machine: a file of another machine is as good as damaged. Its end is the version. */
const MAGIC = 0x52_4b_00_03;
/** Numbers before the sections: magic, two sums, then the bytes of each section. */
const HEAD = 3;
/** Columns of numbers begin where numbers of eight bytes may stand. */
const ALIGNED = 8;

/** Order of the sections. */
const TEXTS = ['ids', 'groupNames', 'forms', 'stems'] as const;
const WIDE = ['prints', 'least', 'related', 'nearest'] as const;
const WHOLE = [
  'groupOf',
  'offsets',
  'formOf',
  'counts',
  'wordOf',
  'sources',
  'targets',
  'linkCounts',
  'worded',
] as const;
const SMALL = ['types', 'otherwise'] as const;
const SECTIONS = [...TEXTS, ...WIDE, ...WHOLE, ...SMALL];

type Sections = Record<(typeof TEXTS)[number], string[]> &
  Record<(typeof WIDE)[number], Float64Array> &
  Record<(typeof WHOLE)[number], Uint32Array> &
  Record<(typeof SMALL)[number], Uint8Array>;

/** As bytes for this machine. The same rankings give the same bytes, whatever numbers words had. O(bytes). */
export function encodeRankings({ links, words, groups, least, worded, ...asked }: KeptRankings): Uint8Array {
  const groupNames = [...new Set(groups)];
  const groupOf = new Map(groupNames.map((name, number) => [name, number]));
  const sections: Sections = {
    ids: [...words.ids],
    groupNames,
    prints: words.prints,
    least,
    groupOf: Uint32Array.from(groups, (group) => groupOf.get(group) as number),
    offsets: words.offsets,
    counts: words.counts,
    ...usedVocabulary(words),
    sources: links.sources,
    targets: links.targets,
    types: links.types,
    linkCounts: links.counts,
    worded,
    related: asked.related,
    nearest: asked.nearest,
    otherwise: asked.otherwise,
  };
  const encoder = new TextEncoder();
  const parts = SECTIONS.map((name) => {
    const section = sections[name];
    if (Array.isArray(section)) return encoder.encode(section.map((text) => `${text}\n`).join(''));
    return new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
  });
  const { starts, end } = layout(parts.map((part) => part.length));
  const bytes = new Uint8Array(end);
  const head = new Uint32Array(bytes.buffer, 0, HEAD + parts.length);
  for (const [index, part] of parts.entries()) {
    bytes.set(part, starts[index]);
    head[HEAD + index] = part.length;
  }
  head[0] = MAGIC;
  head.set(sumsOf(bytes), 1);
  return bytes;
}

/** `undefined` for bytes that are damaged, cut off, or of another version or machine. O(bytes). */
export function decodeRankings(encoded: Uint8Array): KeptRankings | undefined {
  if (encoded.length < 4 * (HEAD + SECTIONS.length) || encoded.length % ALIGNED > 0) return undefined;
  const bytes = encoded.byteOffset % ALIGNED === 0 ? encoded : encoded.slice();
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, HEAD + SECTIONS.length);
  const { starts, end } = layout([...head.subarray(HEAD)]);
  const [first, second] = sumsOf(bytes);
  if (head[0] !== MAGIC || end !== bytes.length || head[1] !== first || head[2] !== second) return undefined;
  const decoder = new TextDecoder();
  const at = (name: (typeof SECTIONS)[number]) => {
    const index = SECTIONS.indexOf(name);
    return { start: bytes.byteOffset + (starts[index] as number), length: head[HEAD + index] as number };
  };
  const texts = (name: (typeof TEXTS)[number]) => {
    const { start, length } = at(name);
    return decoder
      .decode(new Uint8Array(bytes.buffer, start, length))
      .split('\n')
      .slice(0, -1);
  };
  const wide = (name: (typeof WIDE)[number]) => {
    const { start, length } = at(name);
    return new Float64Array(bytes.buffer, start, length / Float64Array.BYTES_PER_ELEMENT);
  };
  const whole = (name: (typeof WHOLE)[number]) => {
    const { start, length } = at(name);
    return new Uint32Array(bytes.buffer, start, length / Uint32Array.BYTES_PER_ELEMENT);
  };
  const small = (name: (typeof SMALL)[number]) => {
    const { start, length } = at(name);
    return new Uint8Array(bytes.buffer, start, length);
  };
  const vocabulary = new Vocabulary(texts('forms'), [...whole('wordOf')], texts('stems'));
  const forms = whole('formOf');
  const groupNames = texts('groupNames');
  return {
    links: {
      sources: whole('sources'),
      targets: whole('targets'),
      counts: whole('linkCounts'),
      types: small('types'),
    },
    words: {
      ids: texts('ids') as NodeId[],
      prints: wide('prints'),
      vocabulary,
      offsets: whole('offsets'),
      forms,
      words: wordsOfForms(vocabulary, forms),
      counts: whole('counts'),
    },
    groups: Array.from(whole('groupOf'), (group) => groupNames[group] as string),
    least: wide('least'),
    worded: whole('worded'),
    related: wide('related'),
    nearest: wide('nearest'),
    otherwise: small('otherwise'),
  };
}

/** Forms and words that some page has, numbered in the order of the pages. */
function usedVocabulary({ vocabulary, forms }: PageWords): Pick<Sections, 'forms' | 'stems' | 'formOf' | 'wordOf'> {
  const used = new Vocabulary();
  const numbers = new Int32Array(vocabulary.forms.length).fill(-1);
  const formOf = forms.map((form) => {
    if (numbers[form] === -1) {
      const stem = vocabulary.stems[vocabulary.wordOf[form] as number] as string;
      numbers[form] = used.addForm(vocabulary.forms[form] as string, stem);
    }
    return numbers[form] as number;
  });
  return { forms: used.forms, stems: used.stems, formOf, wordOf: Uint32Array.from(used.wordOf) };
}

/** Where sections of so many bytes begin, and where the last ends. */
function layout(lengths: readonly number[]): { starts: number[]; end: number } {
  const aligned = (place: number) => Math.ceil(place / ALIGNED) * ALIGNED;
  let end = aligned(4 * (HEAD + lengths.length));
  const starts = lengths.map((length) => {
    const start = end;
    end = aligned(start + length);
    return start;
  });
  return { starts, end };
}

/** Two sums over all that follows them, each of steps that can be undone: one number that changed always shows. */
function sumsOf(bytes: Uint8Array): [number, number] {
  const numbers = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let [first, second] = [0x811c9dc5, 0x41c6ce57];
  for (let at = HEAD; at < numbers.length; at++) {
    first = Math.imul(first ^ (numbers[at] as number), 0x01000193);
    second = Math.imul(second ^ (numbers[at] as number), 0x5bd1e995) ^ (second >>> 15);
  }
  return [first >>> 0, second >>> 0];
}
