/** What we use of Pagefind's interface (`pagefind.js`, version 1.6). */
export interface PagefindModule {
  createInstance(options: Record<string, unknown>): PagefindInstance;
}
export interface PagefindInstance {
  init(): Promise<void>;
  /** `null` asks for every record. */
  search(query: string | null): Promise<{ results: PagefindResult[] }>;
}
export interface PagefindResult {
  id: string;
  score: number;
  /** Places of the words found, counted in words. */
  words: number[];
  data(): Promise<Fragment>;
}

/** A record as it is shown. */
export interface Fragment {
  url: string;
  /** Without the base that Pagefind puts in front. */
  raw_url?: string;
  content: string;
  meta: Record<string, string>;
}

/** One record that answers a query. */
export interface TextMatch {
  score: number;
  words: readonly number[];
  load(): Promise<Fragment>;
}

export interface TextIndex {
  /** Resolves when it can answer. */
  ready(): Promise<void>;
  /** Records that hold every word, by id. Asked again, it remembers. */
  search(query: string): Promise<ReadonlyMap<string, TextMatch>>;
  /** Every record. */
  all(): Promise<ReadonlyMap<string, TextMatch>>;
}

/** Answers kept: a query as it is typed, letter by letter, and the words of the one before. */
const KEPT = 48;

/** The indexes of a site, one after the other as they are asked. */
export function openTextIndexes<Name extends string>(
  module: PagefindModule,
  folder: string,
  base: string,
  names: readonly Name[],
): Partial<Record<Name, TextIndex>> {
  const opened: Partial<Record<Name, TextIndex>> = {};
  let before: TextIndex | undefined;
  for (const name of names) {
    before = openTextIndex(module, `${folder}${name}/`, base, before?.ready);
    opened[name] = before;
  }
  return opened;
}

/**
 * Opens an index when it is first asked. `before` comes first: Pagefind keeps one WebAssembly a module, and two instances
 * that start at once pull it from under each other.
 */
function openTextIndex(module: PagefindModule, folder: string, base: string, before?: () => Promise<void>): TextIndex {
  let opening: Promise<PagefindInstance> | undefined;
  const open = () => {
    opening ??= (async () => {
      await before?.();
      // Its own worker sends a message for every result that is no longer needed: thousands a key.
      const instance = module.createInstance({ basePath: folder, baseUrl: base, noWorker: true });
      await instance.init();
      // Without a worker, `init` does not wait for the index; a search does.
      await instance.search(' ');
      return instance;
    })();
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };

  async function ask(query: string | null): Promise<ReadonlyMap<string, TextMatch>> {
    const { results } = await (await open()).search(query);
    const matches = new Map<string, TextMatch>();
    for (const result of results) {
      const { id, score, words } = result;
      if (score > 0 || query === null)
        matches.set(id.slice(id.indexOf('_') + 1), { score, words, load: () => result.data() });
    }
    return matches;
  }

  const kept = keepAnswers(ask);
  return { all: () => kept(null), ready: () => open().then(() => undefined), search: kept };
}

/** Asked again, it remembers. */
export function keepAnswers<Answer>(
  ask: (query: string | null) => Promise<Answer>,
): (query: string | null) => Promise<Answer> {
  const kept = new Map<string | null, Promise<Answer>>();
  return (query) => {
    let answer = kept.get(query);
    if (answer) kept.delete(query);
    else {
      answer = ask(query);
      // What failed may succeed when asked again.
      answer.catch(() => kept.delete(query));
    }
    kept.set(query, answer);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value as string | null);
    return answer;
  };
}
