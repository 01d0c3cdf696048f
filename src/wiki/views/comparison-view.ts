import { type ClaimLine, claimLine, claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type AccordView, accordsOf, type StanceTable, stanceTable } from './comparison/accords.ts';
import { type AgesView, agesOf } from './comparison/ages.ts';
import {
  type ComparisonNode,
  type Editorial,
  editorialOf,
  fieldProse,
  findIn,
  writtenCells,
} from './comparison/editorial.ts';
import { evidenceScope } from './comparison/evidence-scope.ts';
import { type GuestBlock, guestBlocks } from './comparison/guests.ts';
import { type ConditionView, conditionsOf, type GuideView, guideView } from './comparison/guide-view.ts';
import { type PlaylistView, playlist } from './comparison/hear.ts';
import { type MatrixRow, matrixOf } from './comparison/matrix.ts';
import { type Pipeline, pipeline } from './comparison/pipeline.ts';
import { type RelatedView, relatedPages } from './comparison/related-pages.ts';
import { capital, type PageView, pageView } from './page-view.ts';
import type { ViewContext } from './view-context.ts';

export interface ComparisonView extends PageView, Editorial {
  /** With the criteria on which it is strong and not every other option is, in the page's order. */
  options: (Named & { short: string; summary?: string; claims: number; ahead: Named[] })[];
  evidence: Evidence;
  matrix: MatrixRow[];
  accords: AccordView[];
  table: StanceTable;
  guests: GuestBlock[];
  guide?: GuideView;
  pipelines: Pipeline[];
  conditions: ConditionView[];
  explanation?: { claim: ClaimLine; why: string };
  /** Claims the short answer rests on. */
  supporting: ClaimLine[];
  playlist?: PlaylistView;
  ages: AgesView;
  related: RelatedView;
}

/** The answer’s own citations; more would be the page again. */
const MAX_SUPPORTING = 6;

export function comparisonView(context: ViewContext, node: ComparisonNode): ComparisonView {
  const { graph } = context.wiki;
  const { data } = node;
  const { html, plain } = fieldProse(context, node);
  const options = data.options.flatMap((name) => findIn(context, name, 'concept') ?? []);
  const cites = graph.out(node.id, 'cites');
  const scope = evidenceScope(
    context,
    options,
    cites.map((edge) => edge.target),
  );
  const editorial = editorialOf(context, node);
  const matrix = matrixOf(context, scope, writtenCells(context, node));
  const accords = accordsOf(context, scope.positions);
  const differences = (data.differences ?? []).flatMap((difference, index) => {
    const id = findIn(context, difference.guest, 'guest');
    return id ? [[id, html('differences', index, 'text')] as const] : [];
  });
  const explained = data.explanation && findIn(context, data.explanation.claim, 'claim');
  const explanation = explained && claimLine(context, explained);
  const answers = cites.filter((edge) => /^(?:answer|rule)\b/.test(edge.field)).map((edge) => edge.target);

  const shorts = shortNames(node.title, options.length);
  const names = options.map((option, index) => shorts[index] ?? graph.node(option).title);

  const view: Omit<ComparisonView, keyof PageView> = {
    ...editorial,
    options: options.map((option, index) => ({
      ...named(context, option),
      short: names[index] as string,
      summary: graph.node(option).summary,
      claims: scope.claimsOf.get(option)?.size ?? 0,
      ahead: matrix
        .filter(
          (row) => row.decides && row.cells.some((cell) => cell.option.id === option && cell.verdict === 'strong'),
        )
        .map((row) => row.criterion),
    })),
    evidence: evidenceOf(scope.lines),
    matrix,
    accords,
    table: stanceTable(accords.filter((accord) => accord.voices.length > 1)),
    guests: guestBlocks(context, scope, new Map(differences)),
    pipelines: (data.cards ?? []).flatMap((card, index) => {
      const id = findIn(context, card.option, 'concept');
      const steps = (card.steps ?? []).map((_, item) => plain('cards', index, 'steps', item));
      return (id && pipeline(names[options.indexOf(id)] ?? graph.node(id).title, steps)) || [];
    }),
    guide: guideView(context, node, names, matrix),
    conditions: conditionsOf(scope),
    explanation: explanation && { claim: explanation, why: data.explanation?.why ?? '' },
    supporting: claimLines(
      context,
      answers.filter((id) => id !== explained),
    ).slice(0, MAX_SUPPORTING),
    playlist: playlist(context, scope, accords),
    ages: agesOf(context, scope),
    related: relatedPages(context, node.id, scope, editorial.siblings),
  };
  const page = pageView(context, node, { withoutSuggestions: true });
  return { ...page, ...view, contents: [...sectionsOf(view), ...page.contents] };
}

/** `RAG vs fine-tuning` → `RAG`, `Fine-tuning`, when the title names as many sides as there are options. */
export function shortNames(title: string, options: number): string[] {
  const names = title.split(/,?\s+(?:vs\.?|versus|or)\s+|,\s+/i).map((name) => name.trim());
  return names.length === options ? names.map(capital) : [];
}

/** The sections that have something in them, in the order of the page. */
function sectionsOf(view: Omit<ComparisonView, keyof PageView>): PageView['contents'] {
  const { related } = view;
  const sections: [string, string, boolean][] = [
    ['Criterion by criterion', 's-matrix', view.matrix.length > 0],
    [
      view.guide ? 'The guide' : 'What holds for you',
      's-guide',
      view.guide !== undefined || view.conditions.length > 0,
    ],
    ['Agreed and disputed', 's-accords', view.accords.some((accord) => accord.voices.length > 1)],
    ['Choose', 's-choose', view.choose.length > 0],
    ['Side by side', 's-cards', view.cards.length > 0],
    ['Together', 's-combine', view.combine.length > 0],
    ['By stage', 's-stages', view.stages.length > 0],
    ['Guest by guest', 's-guests', view.guests.length > 0],
    ['Hear it', 's-hear', view.explanation !== undefined || view.playlist !== undefined],
    ['Age of evidence', 's-ages', view.ages.years.length > 0],
    ['Trade-offs', 's-tradeoffs', view.tradeoffs.length > 0],
    ['Where people confuse them', 's-confusions', view.confusions.length > 0],
    ['Mistakes', 's-mistakes', view.mistakes.length > 0],
    ['Scenarios', 's-scenarios', view.scenarios.length > 0],
    ['What to measure', 's-evaluation', view.evaluation.length > 0],
    ['In code', 's-code', view.code !== undefined],
    ['Questions', 's-faq', view.faq.length > 0],
    ['In an interview', 's-interview', view.interview !== undefined],
    ['From here', 's-related', related.comparisons.length + related.concepts.length + related.collections.length > 0],
  ];
  return sections.filter(([, , there]) => there).map(([title, anchor]) => ({ title, anchor, depth: 2 }));
}
