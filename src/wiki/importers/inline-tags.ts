import type { MdastNode } from 'satteri';
import { parseMarkdown } from '../corpus/markdown.ts';

/** `#tag` and `#nested/tag` behind white space; at least one sign that is no digit, so that `#1` is no tag. */
const TAG = /(?<=^|\s)#((?=[\p{N}_/-]*[\p{L}_/-])[\p{L}\p{M}\p{N}_/-]+)/gu;
/** Deepest nesting looked into. */
const MAX_DEPTH = 100;

/** The tags written in a page’s text as Obsidian reads them, without `#`: not in code, links, headings or HTML. */
export function inlineTags(body: string): string[] {
  if (body.search(TAG) === -1) return [];
  const tags = new Set<string>();
  const visit = (node: MdastNode, depth: number): void => {
    if (node.type === 'text') for (const match of node.value.matchAll(TAG)) tags.add(match[1] as string);
    if (node.type === 'link' || node.type === 'heading' || depth > MAX_DEPTH) return;
    if ('children' in node) for (const child of node.children) visit(child as MdastNode, depth + 1);
  };
  try {
    visit(parseMarkdown(body, 'md'), 0);
  } catch {
    // Beyond what is read at all: the check of what was imported says so, and where.
  }
  return [...tags];
}
