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
}

/** The same wiki; whoever asks it something leaves a note. What holds for a page alone (date, state of evidence) is part of the page. */
export function watchedWiki(wiki: Wiki, reads: Reads): { wiki: Wiki; notes: Notes } {
  const { graph, evidence, resolver } = wiki;
  const [node, into, kind, name] = ['node', 'in', 'kind', 'name'].map((space) => reads.space(space)) as [
    (key: string) => void,
    (key: string) => void,
    (key: string) => void,
    (key: string) => void,
  ];
  const everything = reads.space('all');
  const settings = reads.space('settings');
  const all = () => everything('');
  return {
    notes: { rank: reads.space('rank'), table: reads.space('table'), all },
    wiki: {
      ...wiki,
      get settings() {
        settings('');
        return wiki.settings;
      },
      get places() {
        all();
        return wiki.places;
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
      evidence: {
        ...evidence,
        get findings() {
          all();
          return evidence.findings;
        },
        stateOf(id) {
          node(id);
          return evidence.stateOf(id);
        },
        questionOf(id) {
          node(id);
          return evidence.questionOf(id);
        },
      },
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
    },
  };
}
