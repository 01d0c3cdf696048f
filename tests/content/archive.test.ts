import { beforeAll, describe, expect, it } from 'vitest';
import type { NodeId } from '../../src/wiki/corpus/node.ts';
import { type LoadedSite, loadSite } from '../../src/workspace/load-site.ts';

/** What a newcomer may expect of the bundled archive. */
let site: LoadedSite;
beforeAll(async () => {
  site = await loadSite({ content: 'content' });
});

const graph = () => site.wiki.graph;
const guestsOn = (id: NodeId) =>
  new Set(
    graph()
      .in(id, 'takes')
      .flatMap((edge) =>
        graph()
          .out(edge.source, 'by')
          .map((by) => by.target),
      ),
  );

describe('the bundled archive', () => {
  it('has what it promises', () => {
    expect(graph().ofKind('episode').length).toBeGreaterThanOrEqual(24);
    expect(graph().ofKind('claim').length).toBeGreaterThanOrEqual(600);
    expect(graph().ofKind('concept').length).toBeGreaterThanOrEqual(60);
    expect(graph().ofKind('position').length).toBeGreaterThanOrEqual(40);
    expect(graph().ofKind('criterion').length).toBeGreaterThanOrEqual(12);
    expect(graph().ofKind('criterion').length).toBeLessThanOrEqual(20);
    expect(graph().ofKind('comparison').length).toBeGreaterThanOrEqual(12);
    expect(graph().ofKind('collection').length).toBeGreaterThanOrEqual(8);
    expect(graph().ofKind('article').length).toBeGreaterThanOrEqual(4);
  });

  it('draws twenty claims or more from every trusted conversation', () => {
    const few = graph()
      .ofKind('episode')
      .map((episode) => [episode.slug, graph().in(episode.id, 'in').length] as const)
      .filter(([, claims]) => claims < 20);
    // The published transcript of this one belongs to another conversation; its page says so.
    expect(few).toEqual([['production-ml-search', 0]]);
  });

  it('has positions that guests really contest', () => {
    const contested = graph()
      .ofKind('position')
      .filter((position) => {
        const stances = new Set(
          graph()
            .in(position.id, 'takes')
            .map((edge) => edge.label),
        );
        return (
          guestsOn(position.id).size > 1 &&
          (stances.has('qualifies') || (stances.has('supports') && stances.has('opposes')))
        );
      });
    expect(contested.length).toBeGreaterThanOrEqual(12);
  });

  it('leads to every concept in three steps from the first page', () => {
    const reached = new Set<NodeId>();
    const home = site.home();
    let edge: NodeId[] = [
      ...home.comparisons,
      ...home.contested,
      ...home.concepts,
      ...home.collections,
      ...home.articles,
      ...home.episodes,
    ].map((page) => page.id);
    for (let step = 0; step < 3; step++) {
      for (const id of edge) reached.add(id);
      edge = edge
        .flatMap((id) => [
          ...graph()
            .out(id)
            .map((link) => link.target),
          ...graph()
            .in(id)
            .map((link) => link.source),
        ])
        .filter((id) => !reached.has(id));
    }
    const far = graph()
      .ofKind('concept')
      .filter((concept) => !reached.has(concept.id));
    expect(far.map((concept) => concept.slug)).toEqual([]);
  });

  it('has every guest with claims on a comparison', () => {
    const heard = new Set<NodeId>();
    for (const comparison of graph().ofKind('comparison')) {
      for (const cite of graph().out(comparison.id, 'cites'))
        for (const by of graph().out(cite.target, 'by')) heard.add(by.target);
    }
    const unheard = graph()
      .ofKind('guest')
      .filter((guest) => graph().in(guest.id, 'by').length > 0 && !heard.has(guest.id));
    expect(unheard.map((guest) => guest.slug)).toEqual([]);
  });

  it('is one connected whole', () => {
    const [first] = graph().nodes;
    const reached = new Set<NodeId>();
    const open: NodeId[] = first ? [first.id] : [];
    for (let id = open.pop(); id; id = open.pop()) {
      if (reached.has(id)) continue;
      reached.add(id);
      open.push(
        ...graph()
          .out(id)
          .map((link) => link.target),
        ...graph()
          .in(id)
          .map((link) => link.source),
      );
    }
    expect(
      graph()
        .nodes.filter((node) => !reached.has(node.id))
        .map((node) => node.id),
    ).toEqual([]);
  });

  it('cites a claim in every paragraph of a concept', () => {
    const bare: string[] = [];
    for (const concept of graph().ofKind('concept')) {
      const body = concept.proses.find((prose) => prose.field.length === 0);
      const paragraphs = (body?.source.split(/^---$/m).slice(2).join('---') ?? '')
        .split(/\n\s*\n/)
        .filter((text) => /^[^#\s>|-]/.test(text.trim()));
      for (const paragraph of paragraphs)
        if (!paragraph.includes('[[claim:')) bare.push(`${concept.slug}: ${paragraph.slice(0, 50)}`);
    }
    expect(bare).toEqual([]);
  });
});
