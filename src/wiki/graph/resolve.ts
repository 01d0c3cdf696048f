import { type AnyNode, kindOf, type NodeId } from '../corpus/node.ts';
import type { KindName } from '../kinds/index.ts';
import { slugify } from '../text/slug.ts';
import { suggest } from '../text/suggest.ts';

export type Resolution =
  | { state: 'found'; id: NodeId }
  /** Only pages of another kind have that name. */
  | { state: 'wrong-kind'; candidates: NodeId[] }
  | { state: 'ambiguous'; candidates: NodeId[] }
  /** `nearest` is the page that was most likely meant, `suggestion` how to write it. */
  | { state: 'missing'; nearest?: NodeId; suggestion?: string };

export interface Resolver {
  /** Finds the page a name means: by slug, then title, then alias, then what its slug would be; case and white space aside. Without `kinds`, any kind but those that must be named. */
  resolve(name: string, kinds?: readonly KindName[]): Resolution;
  /** Every page that has that name, of whatever kind, however it has it. Looks for nothing near. */
  pagesNamed(name: string): NodeId[];
}

/** How a name was given to a page; an earlier level wins. */
const LEVELS = ['slug', 'title', 'alias'] as const;

const PLAIN_NAME = /^[a-z0-9:/-]*$/;

/** The form in which names are compared. */
export function normaliseName(name: string): string {
  // Slugs and ids, by far the most names there are, have that form.
  return PLAIN_NAME.test(name) ? name : name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Kinds too many to be meant by a bare name: prose says `claim:` in front. */
const ONLY_BY_PREFIX: readonly KindName[] = ['claim'];

const NONE: readonly NodeId[] = [];

export function createResolver(nodes: readonly AnyNode[]): Resolver {
  const levels = LEVELS.map(() => new Map<string, NodeId[]>());
  const add = (level: number, name: string, id: NodeId) => {
    const known = levels[level]?.get(name);
    if (!known) levels[level]?.set(name, [id]);
    else if (!known.includes(id)) known.push(id);
  };
  for (const node of nodes) {
    add(0, node.slug, node.id);
    if (ONLY_BY_PREFIX.includes(node.kind)) continue;
    add(1, normaliseName(node.title), node.id);
    for (const alias of node.aliases) add(2, normaliseName(alias), node.id);
  }

  const wanted = (id: NodeId, kinds?: readonly KindName[]) =>
    kinds ? kinds.includes(kindOf(id)) : !ONLY_BY_PREFIX.includes(kindOf(id));

  /** The pages with that name, level by level. */
  function* candidates(name: string): Iterable<readonly NodeId[]> {
    const normal = normaliseName(name);
    for (const level of levels) yield level.get(normal) ?? NONE;
    yield levels[0]?.get(slugify(name)) ?? NONE;
  }

  /** Answers given, by what was wanted: the same names are asked for again and again. */
  const answers = new Map<string, Map<string, Resolution>>();
  /** The lists of kinds are few, and those of fields: each is looked up by itself. */
  const byList = new WeakMap<readonly KindName[], Map<string, Resolution>>();
  const ofAnyKind = new Map<string, Resolution>();
  const answersOf = (kinds: readonly KindName[]): Map<string, Resolution> => {
    const question = kinds.join();
    const known = answers.get(question) ?? new Map<string, Resolution>();
    answers.set(question, known);
    byList.set(kinds, known);
    return known;
  };

  return {
    pagesNamed: (name) => [...new Set([...candidates(name)].flat())],
    resolve(name, kinds) {
      const ofKinds = kinds ? (byList.get(kinds) ?? answersOf(kinds)) : ofAnyKind;
      const known = ofKinds.get(name);
      if (known) return known;
      const answer = find(name, kinds);
      ofKinds.set(name, answer);
      return answer;
    },
  };

  function find(name: string, kinds?: readonly KindName[]): Resolution {
    for (const level of candidates(name)) {
      const [first] = level;
      if (first === undefined) continue;
      const matches =
        level.length === 1 ? (wanted(first, kinds) ? level : NONE) : level.filter((id) => wanted(id, kinds));
      if (matches.length === 1) return { state: 'found', id: matches[0] as NodeId };
      if (matches.length > 1) return { state: 'ambiguous', candidates: [...matches].sort() };
    }
    const others = [...new Set([...candidates(name)].flat())].sort();
    if (others.length > 0) return { state: 'wrong-kind', candidates: others };
    return missing(name, kinds);
  }

  /** What is near is looked for when somebody asks: it takes a look at every name there is. */
  function missing(name: string, kinds?: readonly KindName[]): Resolution {
    let near: { id?: NodeId } | undefined;
    const look = () => {
      near ??= { id: nearestPage(name, kinds) };
      return near.id;
    };
    return {
      state: 'missing',
      get nearest() {
        return look();
      },
      get suggestion() {
        const nearest = look();
        const slug = nearest?.slice(nearest.indexOf(':') + 1);
        const isEnough = kinds || !slug || levels[0]?.get(slug)?.filter((id) => wanted(id)).length === 1;
        return isEnough ? slug : nearest;
      },
    };
  }

  /** The page whose slug, title or alias is nearest. */
  function nearestPage(name: string, kinds?: readonly KindName[]): NodeId | undefined {
    const normal = normaliseName(name);
    for (const level of levels) {
      const names = [...level].filter(([, ids]) => ids.some((id) => wanted(id, kinds))).map(([known]) => known);
      const near = suggest(normal, names);
      if (near === undefined) continue;
      return (level.get(near) as NodeId[]).filter((candidate) => wanted(candidate, kinds)).sort()[0];
    }
    return undefined;
  }
}
