import type { AnyNode, NodeId } from '../../corpus/node.ts';
import type { Path } from '../../corpus/parse-yaml.ts';
import { asList } from '../../text/plain.ts';
import { type Named, named } from '../claim-line.ts';
import { codeFigure, renderProse } from '../render-prose.ts';
import type { ViewContext } from '../view-context.ts';
import type { WrittenCell } from './matrix.ts';

export type ComparisonNode = Extract<AnyNode, { kind: 'comparison' }>;

/** What an editor wrote. Prose is HTML; `plain` is its words alone. */
export interface Editorial {
  type?: string;
  axis?: string;
  question?: string;
  answer?: string;
  rules: string[];
  recipe?: string;
  take?: string;
  scope?: string;
  siblings: { when: string; comparison: Named }[];
  choose: { option: Named; when: string[] }[];
  cards: { option: Named; rows: { label: string; text: string }[]; examples: string[]; steps: string[] }[];
  combine: string[];
  stages: { stage: string; text: string }[];
  confusions: string[];
  mistakes: string[];
  tradeoffs: { on: string; sides: { option: Named; text: string }[] }[];
  evaluation: string[];
  scenarios: { situation: string; choices: Named[]; why: string }[];
  code?: string;
  codeCaption?: string;
  faq: { question: string; answer: string; plain: string }[];
  interview?: string;
}

export const CARD_LABELS = {
  what: 'What it is',
  own: 'What you own',
  best: 'Best for',
  upfront: 'Cost up front',
  use: 'Cost per use',
  freshness: 'Freshness',
} as const;

/** Finds what a field names; the compiler has complained about what is not there. */
export function findIn(context: ViewContext, name: string, kind: AnyNode['kind']): NodeId | undefined {
  const found = context.wiki.resolver.resolve(name, [kind]);
  return found.state === 'found' ? found.id : undefined;
}

/** Renders prose fields by their path. */
export function fieldProse(context: ViewContext, node: ComparisonNode) {
  const byField = new Map(node.proses.map((prose) => [prose.field.join('.'), prose]));
  return {
    html(...path: Path): string {
      const prose = byField.get(path.join('.'));
      return prose ? renderProse(context, prose, { inline: true, lean: true }) : '';
    },
    optional(field: string): string | undefined {
      const prose = byField.get(field);
      return prose && renderProse(context, prose, { inline: true, lean: true });
    },
    plain: (...path: Path): string => byField.get(path.join('.'))?.text ?? '',
  };
}

/** What an editor judged: the cells that are filled, resolved, by their place in the file. */
export function verdicts(
  context: ViewContext,
  node: ComparisonNode,
): (Pick<WrittenCell, 'criterion' | 'option' | 'verdict'> & { at: number })[] {
  return (node.data.cells ?? []).flatMap((cell, at) => {
    const criterion = findIn(context, cell.criterion, 'criterion');
    const option = findIn(context, cell.option, 'concept');
    return criterion && option ? [{ criterion, option, verdict: cell.verdict, at }] : [];
  });
}

/** The same with what is written in them. */
export function writtenCells(context: ViewContext, node: ComparisonNode): WrittenCell[] {
  const { html } = fieldProse(context, node);
  const cites = context.wiki.graph.out(node.id, 'cites');
  return verdicts(context, node).map(({ at, ...cell }) => ({
    ...cell,
    html: html('cells', at, 'text'),
    cited: cites.filter((edge) => edge.field === `cells.${at}.text`).map((edge) => edge.target),
  }));
}

export function editorialOf(context: ViewContext, node: ComparisonNode): Editorial {
  const { data } = node;
  const { html, optional, plain } = fieldProse(context, node);
  const list = (field: 'combine' | 'confusions' | 'mistakes' | 'evaluation') =>
    (data[field] ?? []).map((_, index) => html(field, index));
  const concept = (name: string): Named => {
    const id = findIn(context, name, 'concept');
    return id ? named(context, id) : { id: node.id, title: name, href: context.href(node.id) };
  };
  return {
    type: data.type,
    axis: data.axis,
    question: data.question,
    answer: optional('answer'),
    rules: Array.isArray(data.rule) ? data.rule.map((_, index) => html('rule', index)) : asList(optional('rule')),
    recipe: optional('recipe'),
    take: optional('take'),
    scope: optional('scope'),
    siblings: (data.siblings ?? []).flatMap((sibling) => {
      const id = findIn(context, sibling.comparison, 'comparison');
      return id ? [{ when: sibling.when, comparison: named(context, id) }] : [];
    }),
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
    faq: (data.faq ?? []).map((entry, index) => ({
      question: entry.question,
      answer: html('faq', index, 'answer'),
      plain: plain('faq', index, 'answer'),
    })),
    interview: optional('interview'),
  };
}
