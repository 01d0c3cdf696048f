import type { AnyNode, NodeId } from '../corpus/node.ts';
import type { Path } from '../corpus/parse-yaml.ts';
import type { Verdict } from '../kinds/comparison.ts';
import { asList } from '../text/plain.ts';
import { byEvidence, type ClaimLine, claimLines, type Evidence, evidenceOf, type Named, named } from './claim-line.ts';
import { type PageView, pageView } from './page-view.ts';
import { codeFigure, renderProse } from './render-prose.ts';
import type { ViewContext } from './view-context.ts';

type ComparisonNode = Extract<AnyNode, { kind: 'comparison' }>;

export interface CellView {
  option: Named;
  verdict?: Verdict;
  /** HTML; absent when the editor wrote nothing here. */
  text?: string;
  /** Claims on this criterion that speak for or about this option. */
  evidence: Evidence;
}

export interface ComparisonView extends PageView {
  options: (Named & { summary?: string; claims: number })[];
  type?: string;
  axis?: string;
  question?: string;
  /** HTML, as all prose below. */
  answer?: string;
  rules: string[];
  recipe?: string;
  take?: string;
  scope?: string;
  siblings: { when: string; comparison: Named }[];
  evidence: Evidence;
  matrix: { criterion: Named & { question?: string }; cells: CellView[] }[];
  choose: { option: Named; when: string[] }[];
  cards: { option: Named; rows: { label: string; text: string }[]; examples: string[]; steps: string[] }[];
  combine: string[];
  stages: { stage: string; text: string }[];
  differences: { guest: Named; text: string }[];
  confusions: string[];
  mistakes: string[];
  tradeoffs: { on: string; sides: { option: Named; text: string }[] }[];
  evaluation: string[];
  scenarios: { situation: string; choices: Named[]; why: string }[];
  code?: string;
  codeCaption?: string;
  faq: { question: string; answer: string }[];
  interview?: string;
  explanation?: { claim: ClaimLine; why: string };
}

export const CARD_LABELS = {
  what: 'What it is',
  own: 'What you own',
  best: 'Best for',
  upfront: 'Cost up front',
  use: 'Cost per use',
  freshness: 'Freshness',
} as const;

export function comparisonView(context: ViewContext, node: ComparisonNode): ComparisonView {
  const { graph, resolver } = context.wiki;
  const { data } = node;
  const proseByField = new Map(node.proses.map((prose) => [prose.field.join('.'), prose]));
  const html = (...path: Path): string => {
    const prose = proseByField.get(path.join('.'));
    return prose ? renderProse(context, prose, { inline: true }) : '';
  };
  const optional = (field: string) => (proseByField.has(field) ? html(field) : undefined);
  const list = (field: 'combine' | 'confusions' | 'mistakes' | 'evaluation') =>
    (data[field] ?? []).map((_, index) => html(field, index));
  const find = (name: string, kind: 'concept' | 'criterion' | 'guest' | 'comparison' | 'claim'): NodeId | undefined => {
    const found = resolver.resolve(name, [kind]);
    return found.state === 'found' ? found.id : undefined;
  };
  const concept = (name: string): Named => {
    const id = find(name, 'concept');
    return id ? named(context, id) : { id: node.id, title: name, href: context.href(node.id) };
  };

  const options = data.options.flatMap((name) => find(name, 'concept') ?? []);
  const claimsOf = (option: NodeId) =>
    graph
      .in(option, 'about', 'speaksFor')
      .map((edge) => edge.source)
      .filter((id) => graph.node(id).kind === 'claim');
  const claimIds = new Map(options.map((option) => [option, new Set(claimsOf(option))]));
  const cited = graph.out(node.id, 'cites').map((edge) => edge.target);
  const all = claimLines(context, [...cited, ...options.flatMap((option) => [...(claimIds.get(option) ?? [])])]);

  const criteria = [...new Set((data.cells ?? []).flatMap((cell) => find(cell.criterion, 'criterion') ?? []))];
  const matrix = criteria.map((criterion) => {
    const judged = new Set(graph.in(criterion, 'judgedBy').map((edge) => edge.source));
    const about = graph.node(criterion);
    return {
      criterion: {
        ...named(context, criterion),
        question: about.kind === 'criterion' ? about.data.question : undefined,
      },
      cells: options.map((option): CellView => {
        const index = (data.cells ?? []).findIndex(
          (cell) => find(cell.criterion, 'criterion') === criterion && find(cell.option, 'concept') === option,
        );
        const inCell = graph.out(node.id, 'cites').filter((edge) => edge.field === `cells.${index}.text`);
        const joined = [...(claimIds.get(option) ?? [])].filter((id) => judged.has(id));
        return {
          option: named(context, option),
          verdict: data.cells?.[index]?.verdict,
          text: index === -1 ? undefined : html('cells', index, 'text'),
          evidence: evidenceOf(claimLines(context, [...inCell.map((edge) => edge.target), ...joined])),
        };
      }),
    };
  });

  const explained = data.explanation && find(data.explanation.claim, 'claim');
  const explanation = explained && claimLines(context, [explained])[0];

  const view: Omit<ComparisonView, keyof PageView> = {
    options: options.map((option) => ({
      ...named(context, option),
      summary: graph.node(option).summary,
      claims: claimIds.get(option)?.size ?? 0,
    })),
    type: data.type,
    axis: data.axis,
    question: data.question,
    answer: optional('answer'),
    rules: Array.isArray(data.rule) ? data.rule.map((_, index) => html('rule', index)) : asList(optional('rule')),
    recipe: optional('recipe'),
    take: optional('take'),
    scope: optional('scope'),
    siblings: (data.siblings ?? []).flatMap((sibling) => {
      const id = find(sibling.comparison, 'comparison');
      return id ? [{ when: sibling.when, comparison: named(context, id) }] : [];
    }),
    evidence: evidenceOf(all.sort(byEvidence)),
    matrix,
    choose: (data.choose ?? []).map((side, index) => ({
      option: concept(side.option),
      when: side.when.map((_, item) => html('choose', index, 'when', item)),
    })),
    cards: (data.cards ?? []).map((card, index) => ({
      option: concept(card.option),
      rows: (Object.keys(CARD_LABELS) as (keyof typeof CARD_LABELS)[])
        .filter((key) => card[key] !== undefined)
        .map((key) => ({ label: CARD_LABELS[key], text: html('cards', index, key) })),
      examples: (card.examples ?? []).map((_, item) => html('cards', index, 'examples', item)),
      steps: (card.steps ?? []).map((_, item) => html('cards', index, 'steps', item)),
    })),
    combine: list('combine'),
    stages: (data.stages ?? []).map((stage, index) => ({ stage: stage.stage, text: html('stages', index, 'text') })),
    differences: (data.differences ?? []).flatMap((difference, index) => {
      const id = find(difference.guest, 'guest');
      return id ? [{ guest: named(context, id), text: html('differences', index, 'text') }] : [];
    }),
    confusions: list('confusions'),
    mistakes: list('mistakes'),
    tradeoffs: (data.tradeoffs ?? []).map((tradeoff, index) => ({
      on: tradeoff.on,
      sides: tradeoff.sides.map((side, item) => ({
        option: concept(side.option),
        text: html('tradeoffs', index, 'sides', item, 'text'),
      })),
    })),
    evaluation: list('evaluation'),
    scenarios: (data.scenarios ?? []).map((scenario, index) => ({
      situation: html('scenarios', index, 'situation'),
      choices: asList(scenario.choice).map(concept),
      why: html('scenarios', index, 'why'),
    })),
    code:
      data.code &&
      codeFigure(context, data.code.source, data.code.language, `title="${data.code.caption.replaceAll('"', '”')}"`),
    codeCaption: data.code?.caption,
    faq: (data.faq ?? []).map((entry, index) => ({ question: entry.question, answer: html('faq', index, 'answer') })),
    interview: optional('interview'),
    explanation: explanation && { claim: explanation, why: data.explanation?.why ?? '' },
  };
  const page = pageView(context, node);
  return { ...page, ...view, contents: [...sectionsOf(view), ...page.contents] };
}

/** The sections that have something in them, in the order of the page. */
function sectionsOf(view: Omit<ComparisonView, keyof PageView>): PageView['contents'] {
  const sections: [string, string, boolean][] = [
    ['Short answer', 's-answer', view.answer !== undefined],
    ['Criterion by criterion', 's-matrix', view.matrix.length > 0],
    ['Choose', 's-choose', view.choose.length > 0],
    ['Side by side', 's-cards', view.cards.length > 0],
    ['Together', 's-combine', view.combine.length > 0],
    ['By stage', 's-stages', view.stages.length > 0],
    ['How guests differ', 's-differences', view.differences.length > 0],
    ['Trade-offs', 's-tradeoffs', view.tradeoffs.length > 0],
    ['Where people confuse them', 's-confusions', view.confusions.length > 0],
    ['Mistakes', 's-mistakes', view.mistakes.length > 0],
    ['Scenarios', 's-scenarios', view.scenarios.length > 0],
    ['What to measure', 's-evaluation', view.evaluation.length > 0],
    ['In code', 's-code', view.code !== undefined],
    ['Questions', 's-faq', view.faq.length > 0],
    ['In an interview', 's-interview', view.interview !== undefined],
  ];
  return sections.filter(([, , there]) => there).map(([title, anchor]) => ({ title, anchor, depth: 2 }));
}
