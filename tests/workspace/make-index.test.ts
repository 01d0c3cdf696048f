import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../scripts/generate/random.ts';
import { arrangeRows } from '../../src/exports/arrange-tokens.ts';
import { PLACES_IN_A_FILE } from '../../src/exports/pagefind-index.ts';
import { tokenReader } from '../../src/exports/read-tokens.ts';
import type { SearchedTexts } from '../../src/exports/search-entry.ts';
import { TokenRows, TokenTable } from '../../src/exports/token-table.ts';
import { stopwordsOf } from '../../src/wiki/text/stopwords.ts';
import { analyseTokens, endAnalysis } from '../../src/workspace/analyse-tokens.ts';
import type { IndexSource } from '../../src/workspace/index-source.ts';
import { makeIndex } from '../../src/workspace/make-index.ts';
import { temporaryFolder } from '../support/files.ts';
import { readIndex } from '../support/read-index.ts';

const SYMBOLS = '+#&./-';
/** Words that engines differ on: accents, compounds, signs, digits, emoji, scripts without gaps, weight in names. */
const WORDS =
  'weights Weighing running WKWebView three-antelopes gpt4 GPT-4o e2e text2sql café Café CAFÉ cafés naïve Äpfel Straße İstanbul C++ c# .NET A/B AT&T k-NN node.js U.S.A. a-b-c-d-e-f don’t l’alphabet (and(or) [x] “said” – — … 3.14 1,000 100% 👋🌦️ cloud🌦️cannon 👨‍👩‍👧 中文 检索增强生成 日本語 データベース สวัสดีครับ ปัญญาประดิษฐ์ العربية привет ελληνικά हिन्दी 한국어 ﬁne ａｂｃ _under_score_ __init__ <b> &amp; &lt;i&gt; " \' ` \\ ½ ² Ⅷ ǅ ŉ ß ﷺ x\u200by \u200b \u00adsoft\u00adhyphen e\u0301 𝒳 𠮷野家'.split(
    ' ',
  );

beforeAll(async () => {
  // Read when Pagefind’s process begins; another file may have left one.
  process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = String(PLACES_IN_A_FILE);
  await close();
});
afterAll(async () => {
  delete process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE;
  await endAnalysis();
  await close();
});

function randomTexts(language: string, count: number): SearchedTexts[] {
  const random = createRandom(1, language);
  const some = (most: number) =>
    Array.from(
      { length: random.int(0, most) },
      () => random.pick(WORDS) + random.pick(['', '', '', '.', ',', '?']),
    ).join(' ');
  return Array.from({ length: count }, () => ({
    names: [some(3) || 'name', ...(random.int(0, 1) ? [some(2)] : [])],
    lead: some(12),
    about: some(3),
    prose: some(40),
  }));
}

function sourceOf(texts: readonly SearchedTexts[], isMoment: boolean): IndexSource {
  return {
    isMoment,
    ids: texts.map((_, row) => `concept:${row}`),
    digests: async () => texts.map((_, row) => String(row)),
    async each(take) {
      for (const [row, own] of texts.entries()) {
        take(row, () => ({ line: Buffer.from('{}\t{}\n'), texts: isMoment ? { ...own, names: [], about: '' } : own }));
      }
    },
  };
}

async function made(texts: readonly SearchedTexts[], isMoment: boolean, language: string) {
  const home = await temporaryFolder();
  const source = sourceOf(texts, isMoment);
  const analyst = { language, folder: join(home, 'analysed'), known: new Map() };
  const { files } = await makeIndex(source, await source.digests(), analyst, undefined, true);
  for (const { path, bytes } of files) {
    await mkdir(dirname(join(home, 'made', path)), { recursive: true });
    await writeFile(join(home, 'made', path), bytes);
  }
  return { paths: files.map(({ path }) => path), index: await readIndex(join(home, 'made')) };
}

/** What Pagefind makes of the same tokens by itself, given as pages with weights, or as records without. */
async function madeByPagefind(texts: readonly SearchedTexts[], isMoment: boolean, language: string) {
  const table = new TokenTable();
  const rows = new TokenRows();
  const read = tokenReader(table, stopwordsOf(language));
  await sourceOf(texts, isMoment).each((_, record) => rows.add(read(record().texts)));
  const { starts, tokens, weights } = arrangeRows(rows, table, isMoment);
  const { index } = await createIndex({ includeCharacters: SYMBOLS });
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (let row = 0; row < texts.length; row++) {
    const url = `/${String(row).padStart(9, '0')}/`;
    const own = Array.from({ length: starts.at(row + 1) - starts.at(row) }, (_, at) => starts.at(row) + at);
    const words = own.map((at) => table.textOf(tokens.at(at)));
    if (isMoment) await index?.addCustomRecord({ url, content: words.join(' '), language });
    else {
      const marked = words.map(
        (word, at) => `<i data-pagefind-weight="${weights.at(own[at] ?? 0) / 24}">${escaped(word)}</i>`,
      );
      await index?.addHTMLFile({
        url,
        content: `<html lang="${language}"><body><p>${marked.join(' ')}</p></body></html>`,
      });
    }
  }
  const folder = await temporaryFolder();
  await index?.writeFiles({ outputPath: folder });
  await index?.deleteIndex();
  return readIndex(folder);
}

describe.each(['en', 'de', 'ru', 'zh', 'ja', 'th', 'xx'])('an index of %s', (language) => {
  it.each([
    ['what is said', true],
    ['pages', false],
  ])('is what Pagefind makes of %s', async (_, isMoment) => {
    const texts = randomTexts(language, 60);
    const { index } = await made(texts, isMoment, language);
    const theirs = await madeByPagefind(texts, isMoment, language);
    const rowOf = new Map(Object.keys(theirs.lengths).map((id, row) => [id, `${language}_${row.toString(36)}`]));
    const renamed = (postings: Record<string, number[]>) =>
      Object.fromEntries(Object.entries(postings).map(([id, numbers]) => [rowOf.get(id), numbers]));
    const words = Object.entries(theirs.words).map(([stem, { plain, variants }]) => [
      stem,
      { plain: renamed(plain), variants: variants.map(([form, own]) => [form, renamed(own)]) },
    ]);
    expect(words.length).toBeGreaterThan(30);
    expect(Object.keys(index.words)).toEqual(words.map(([stem]) => stem));
    expect(index.words).toEqual(Object.fromEntries(words));
    expect(index.lengths).toEqual(
      Object.fromEntries(Object.entries(theirs.lengths).map(([id, count]) => [rowOf.get(id), count])),
    );
    expect(index.files.length).toBeGreaterThan(1);
    expect([index.version, index.files, index.others]).toEqual([theirs.version, theirs.files, theirs.others]);
  });
});

it('brings the WebAssembly of its language, or the one for all others', async () => {
  const texts = randomTexts('en', 1);
  const codeOf = async (language: string) => {
    const { paths } = await made(texts, true, language);
    return paths.filter((path) => !path.includes('/') && !path.endsWith('.pf_meta'));
  };
  const shared = ['pagefind-worker.js', 'pagefind.js'];
  expect(await codeOf('en')).toEqual([...shared, 'wasm.en.pagefind', 'pagefind-entry.json']);
  expect(await codeOf('xx')).toEqual([...shared, 'wasm.unknown.pagefind', 'pagefind-entry.json']);
});

it('takes what a text says for words, also where it speaks to Pagefind', async () => {
  const tokens = ['___PAGEFIND_WEIGHT___10', '___END_PAGEFIND_WEIGHT___', '___PAGEFIND_ANCHOR___p:1:x', 'word'];
  const folder = await temporaryFolder();
  const analysed = await analyseTokens(tokens, 'en', join(folder, 'analysed'));
  expect(analysed.map(({ places }) => places)).toEqual([1, 1, 1, 1]);
  expect(analysed[3]).toEqual({ places: 1, forms: [{ at: 0, stem: 'word', parts: 0 }] });
});
