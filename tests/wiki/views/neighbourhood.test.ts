import { describe, expect, it } from 'vitest';
import { EDGE_STROKES } from '../../../src/wiki/kinds/edge-strokes.ts';
import { allKinds, kinds } from '../../../src/wiki/kinds/index.ts';
import { drawNeighbourhood } from '../../../src/wiki/views/neighbourhood/draw-neighbourhood.ts';
import { neighbourhoodView } from '../../../src/wiki/views/neighbourhood-view.ts';
import { plainHighlight } from '../../../src/wiki/views/plain-highlight.ts';
import { relatedTo } from '../../../src/wiki/views/related-view.ts';
import { viewContext } from '../../../src/wiki/views/view-context.ts';
import { compile } from '../../support/check.ts';
import fc from '../../support/property.ts';
import { randomWiki } from '../../support/random-wiki.ts';

const FILES = {
  'concepts/alpha.md': '---\ntitle: Alpha\nbroader: [whole]\nsummary: A.\n---\nSee [[beta]].\n',
  'concepts/beta.md': '---\ntitle: Beta\nbroader: [whole]\nsummary: B.\n---\n[[lone]] is far away.\n',
  'concepts/lone.md': '---\ntitle: Lone\nsummary: L.\n---\nNothing.\n',
  'concepts/whole.md': '---\ntitle: Whole\nsummary: W.\n---\nAll of it.\n',
  'guests/ada.md': '---\ntitle: Ada\n---\n',
  'shows/talks.md': '---\ntitle: Talks\n---\n',
  'episodes/first.md': '---\ntitle: First\nshow: talks\nguests: [ada]\ndate: 2024-01-01\n---\n',
  'claims/first.yaml': [1, 2]
    .map(
      (n) =>
        `- id: said-${n}\n  by: ada\n  at: "0:0${n}"\n  text: Thing ${n}.\n  type: rule\n  status: reviewed\n  about: [alpha, beta]\n`,
    )
    .join(''),
};

function neighbourhoodOf(files: Record<string, string>, id: string) {
  const wiki = compile(files);
  const context = viewContext(wiki, '/docs/', plainHighlight);
  return neighbourhoodView(context, wiki.graph.node(id as 'concept:alpha'));
}

function asText(files: Record<string, string>, id: string): string[] {
  const view = neighbourhoodOf(files, id);
  return (view?.neighbours ?? []).map(({ title, words }) =>
    [words.before, title, words.behind].filter(Boolean).join(' '),
  );
}

describe('what stands closest to a page', () => {
  it('is said in words: links first, then claims that speak of both', () => {
    expect(asText(FILES, 'concept:alpha')).toEqual([
      'links to Beta 2 claims speak of both',
      'is part of Whole',
      'Ada 2 claims speak of both',
      'First 2 claims speak of both',
    ]);
    expect(asText(FILES, 'concept:whole')).toEqual(['Beta is part of it', 'Alpha is part of it']);
    expect(asText(FILES, 'guest:ada')).toContain('First features it; 2 claims speak of both');
  });

  it('leads into the site and to the map', () => {
    const view = neighbourhoodOf(FILES, 'concept:alpha');
    expect(view?.map).toBe('/docs/graph/?focus=concept:alpha');
    expect(view?.neighbours[0]?.href).toBe('/docs/concepts/beta/');
    // Whole is neighbour of Alpha and of Beta: the two are joined.
    expect(view?.among).not.toBe('');
  });

  it('is nothing for a page alone, and for kinds that want none', () => {
    expect(
      neighbourhoodOf({ 'concepts/lone.md': FILES['concepts/lone.md'].replace('Nothing.', '.') }, 'concept:lone'),
    ).toBeUndefined();
    expect(kinds.claim.neighbours).toBe(0);
    expect(neighbourhoodOf(FILES, 'claim:first/said-1')).toBeUndefined();
  });

  it('shows, of the pages that Related chooses from, those it names first', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const wiki = compile(files);
        const context = viewContext(wiki, '/', plainHighlight);
        for (const node of wiki.graph.nodes) {
          const near = neighbourhoodView(context, node)?.neighbours.map(({ id }) => id) ?? [];
          const related = relatedTo(context, node.id, wiki.graph.nodes.length).map(({ id }) => id);
          const { graph } = wiki;
          const isListed = (id: typeof node.id) => kinds[graph.node(id).kind].storage === 'list';
          const direct = [
            ...graph.out(node.id).map(({ target }) => target),
            ...graph.in(node.id).map(({ source }) => source),
          ];
          const through = direct.filter(isListed).flatMap((id) => graph.out(id).map(({ target }) => target));
          const ties = new Set([...direct, ...through].filter((id) => !isListed(id)));
          const drawn = related.filter((id) => near.includes(id));
          const tied = related.filter((id) => ties.has(id));
          expect(tied.slice(0, drawn.length)).toEqual(drawn);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('never passes a page for its own neighbour, nor one twice, nor more than the kind asks for', () => {
    fc.assert(
      fc.property(randomWiki(), ({ files }) => {
        const wiki = compile(files);
        const context = viewContext(wiki, '/', plainHighlight);
        for (const node of wiki.graph.nodes) {
          const view = neighbourhoodView(context, node);
          if (!view) continue;
          const ids = view.neighbours.map((near) => near.id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).not.toContain(node.id);
          expect(ids.length).toBeLessThanOrEqual(kinds[node.kind].neighbours);
          expect(view.neighbours.every(({ words }) => words.before ?? words.behind)).toBe(true);
        }
      }),
    );
  });
});

describe('the drawing', () => {
  /** 13 px sans: wider than almost all text of that many characters. */
  const CHARACTER_PX = 7;
  const LINE_PX = 14;

  it('keeps every label inside, clear of every other', () => {
    const neighbour = fc.record({
      title: fc.oneof(fc.string({ minLength: 1, maxLength: 80 }), fc.constant('Retrieval-augmented generation')),
      stroke: fc.constantFrom(...Object.values(EDGE_STROKES)),
      shared: fc.nat(20),
    });
    fc.assert(
      fc.property(fc.array(neighbour, { minLength: 1, maxLength: 12 }), (neighbours) => {
        const drawing = drawNeighbourhood(neighbours, []);
        const boxes = drawing.neighbours.map(({ side, textX, y, lines }) => {
          const width = Math.max(...lines.map((line) => line.length)) * CHARACTER_PX;
          const left = side === 'right' ? textX : textX - width;
          return { left, right: left + width, top: y - LINE_PX, bottom: y + LINE_PX };
        });
        for (const [index, box] of boxes.entries()) {
          expect(box.left).toBeGreaterThanOrEqual(-10);
          expect(box.right).toBeLessThanOrEqual(drawing.width + 10);
          expect(box.top).toBeGreaterThanOrEqual(0);
          expect(box.bottom).toBeLessThanOrEqual(drawing.height);
          for (const other of boxes.slice(index + 1)) {
            const apart =
              box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
            expect(apart).toBe(true);
          }
        }
      }),
    );
  });

  it('breaks labels at spaces and behind hyphens', () => {
    const lines = (title: string) =>
      drawNeighbourhood([{ title, stroke: 'solid', shared: 0 }], []).neighbours[0]?.lines;
    expect(lines('Retrieval-augmented generation')).toEqual(['Retrieval-', 'augmented…']);
    expect(lines('Fine-tuning')).toEqual(['Fine-tuning']);
    expect(lines('Donaudampfschifffahrt')).toEqual(['Donaudampfschiff…']);
  });

  it('tells kinds apart by shape', () => {
    expect(new Set(allKinds.map((kind) => kind.mark)).size).toBe(allKinds.length);
  });
});
