import type { FlowNode } from './flowchart.ts';
import { wrapText } from './wrap-text.ts';

export interface FlowText {
  x: number;
  y: number;
  kind: 'question' | 'answer' | 'result';
  lines: string[];
}

/** A tree that grows to the right, ready to be written as SVG. Units are pixels at full size. */
export interface FlowDrawing {
  width: number;
  height: number;
  path: string;
  texts: FlowText[];
}

/** Widths in pixels and in characters of 13 px sans, about 6.4 px each. */
const QUESTION = { width: 170, columns: 25 };
const ANSWER = { width: 190, columns: 25 };
const RESULT = { width: 150, columns: 22 };
export const LINE_PX = 17;
const GAP_PX = 18;

export function drawFlow(tree: FlowNode): FlowDrawing {
  const texts: FlowText[] = [];
  const paths: string[] = [];
  let bottom = GAP_PX;
  let width = 0;

  /** Draws from the leaves up; answers the height at which the node stands. */
  function place(node: FlowNode, x: number, least: number): number {
    if (!node.ways) {
      const lines = wrapText(resultWords(node), RESULT.columns);
      const height = Math.max(lines.length, least) * LINE_PX;
      const y = bottom + height / 2;
      bottom += height + GAP_PX;
      texts.push({ x, y, kind: 'result', lines });
      width = Math.max(width, x + RESULT.width);
      return y;
    }
    const fork = x + QUESTION.width;
    const answersAt = fork + 16;
    const ys = node.ways.map((way) => {
      const lines = way.answers.flatMap((answer, index) =>
        wrapText(index < way.answers.length - 1 ? `${answer}, or` : answer, ANSWER.columns),
      );
      const y = place(way.to, answersAt + ANSWER.width, lines.length);
      texts.push({ x: answersAt, y, kind: 'answer', lines });
      return y;
    });
    const [top = 0] = ys;
    const last = ys.at(-1) ?? top;
    const y = (top + last) / 2;
    texts.push({ x, y, kind: 'question', lines: wrapText(node.question, QUESTION.columns) });
    paths.push(`M${fork - 8} ${y}h8M${fork} ${top}V${last}${ys.map((one) => `M${fork} ${one}h10`).join('')}`);
    return y;
  }

  place(tree, 0, 1);
  return { width, height: bottom, path: paths.join(''), texts };
}

/** A result that holds for less than this share of the answers still open is a narrow one. */
const MOSTLY_SHARE = 2 / 3;

/** What a result says: for sure, mostly, narrowly, or that it takes more. */
export function resultWords(node: Extract<FlowNode, { ways?: undefined }>): string {
  if (node.result === undefined) return 'Either: ask on';
  if (node.share === 1) return node.result;
  return `${node.result}, ${node.share >= MOSTLY_SHARE ? 'mostly' : 'narrowly'}`;
}
