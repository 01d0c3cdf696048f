import type { AnyNode, NodeId } from '../corpus/node.ts';
import { normaliseName } from '../graph/resolve.ts';
import type { WikiGraph } from '../graph/wiki-graph.ts';

/** Who speaks under which label in one episode. */
export interface Speakers {
  /** The person, or nothing when the label is nobody's or two people's: never a guess. */
  of(label: string | undefined): NodeId | undefined;
  isHost(id: NodeId): boolean;
  /** Whether the person is a guest of the episode, or a host of its show. */
  isThere(id: NodeId): boolean;
  labels: readonly string[];
  /** The same content whenever the same labels mean the same people, and they are called the same. */
  key: string;
}

/**
 * Labels resolve through the hosts of the episode's show and its guests: the labels given for them, their names and
 * their other names, as a whole and case aside. A first name is a label only where somebody has written it down.
 */
export function speakersOf(wiki: WikiGraph, episode: NodeId): Speakers {
  const known = new Map<string, NodeId | undefined>();
  const add = (label: string, id: NodeId) => {
    const name = normaliseName(label);
    known.set(name, known.has(name) && known.get(name) !== id ? undefined : id);
  };
  const atHome = new Set<NodeId>();
  const titles = new Set<string>();
  const there = new Set<NodeId>();
  const addPerson = (id: NodeId, labels: readonly string[]) => {
    const person = wiki.find(id);
    if (!person) return;
    titles.add(person.title);
    there.add(id);
    const own = person.kind === 'guest' ? (person.data.speakers ?? []) : [];
    for (const label of [person.title, ...person.aliases, ...own, ...labels]) add(label, id);
  };
  for (const edge of wiki.out(episode, 'features')) addPerson(edge.target, []);
  for (const partOf of wiki.out(episode, 'partOf')) {
    const show = wiki.node(partOf.target);
    const hosts = wiki.out(show.id, 'host');
    hosts.forEach((edge) => {
      atHome.add(edge.target);
      addPerson(edge.target, labelsOf(show, edge.field));
    });
  }
  const entries = [...known].sort(([left], [right]) => (left < right ? -1 : 1));
  return {
    of: (label) => (label === undefined ? undefined : known.get(normaliseName(label))),
    isHost: (id) => atHome.has(id),
    isThere: (id) => there.has(id),
    labels: entries.map(([label]) => label),
    key: JSON.stringify([entries, [...atHome].sort(), [...titles], [...there]]),
  };
}

/** `hosts.1.guest` → the labels of that host. */
function labelsOf(show: AnyNode, field: string): readonly string[] {
  if (show.kind !== 'show') return [];
  return show.data.hosts?.[Number(field.split('.')[1])]?.labels ?? [];
}
