import type { KindName } from '../kinds/index.ts';
import type { Wiki } from '../wiki.ts';
import type { Reads } from './reads.ts';

/** Notes that are not taken by asking the wiki itself. */
export interface Notes {
  /** Which pages are closest to one, and why. */
  rank(id: string): void;
  /** `name key` of a table. */
  table(key: string): void;
  all(): void;
  /** The shape of the archive (`shape.ts`). */
  shape(): void;
}

/** The same wiki; whoever asks it something leaves a note. What holds for a page alone (date, state of evidence) is part of the page. */
export function watchedWiki(wiki: Wiki, reads: Reads): { wiki: Wiki; notes: Notes } {
  const { graph, evidence, resolver } = wiki;
  const node = reads.space('node');
  const into = reads.space('in');
  const kind = reads.space('kind');
  const name = reads.space('name');
  const everything = reads.space('all');
  const settings = reads.space('settings');
  const all = () => everything('');
  const ofShape = reads.space('shape');
  return {
    notes: { rank: reads.space('rank'), table: reads.space('table'), all, shape: () => ofShape('') },
    wiki: watched(wiki, all, {
      get settings() {
        settings('');
        return wiki.settings;
      },
      graph: {
        get graph() {
          all();
          return graph.graph;
        },
        get nodes() {
          all();
          return graph.nodes;
        },
        get links() {
          all();
          return graph.links;
        },
        node(id) {
          node(id);
          return graph.node(id);
        },
        find(id) {
          node(id);
          return graph.find(id);
        },
        ofKind<K extends KindName>(one: K) {
          kind(one);
          return graph.ofKind(one);
        },
        out(id, ...types) {
          node(id);
          return graph.out(id, ...types);
        },
        in(id, ...types) {
          into(id);
          return graph.in(id, ...types);
        },
        date(id) {
          node(id);
          return graph.date(id);
        },
        assignDate: graph.assignDate,
        isUnsettled: graph.isUnsettled,
      },
      evidence: watched(evidence, all, {
        stateOf(id) {
          node(id);
          return evidence.stateOf(id);
        },
        questionOf(id) {
          node(id);
          return evidence.questionOf(id);
        },
      }),
      resolver: {
        pagesNamed(written) {
          all();
          return resolver.pagesNamed(written);
        },
        resolve(written, kinds) {
          name(kinds ? `${written}\n${kinds.join(' ')}` : written);
          return resolver.resolve(written, kinds);
        },
      },
    }),
  };
}

/** What is asked of it is told apart by `own`; reading anything else of it notes everything. */
function watched<T extends object>(of: T, all: () => void, own: Partial<T>): T {
  const rest = Object.keys(of).map((key) => [
    key,
    {
      enumerable: true,
      get() {
        all();
        return of[key as keyof T];
      },
    },
  ]);
  return Object.defineProperties({} as T, { ...Object.fromEntries(rest), ...Object.getOwnPropertyDescriptors(own) });
}
