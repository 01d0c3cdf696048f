import type { Span } from '../text/source-text.ts';
import type { WrittenLink } from './link-grammar.ts';
import type { Path } from './parse-yaml.ts';
import type { Range } from './prose-places.ts';

export interface ProseLink extends WrittenLink {
  /** Where it stands in the source of the prose. */
  range: Range;
  /** And in the file: found when asked for. */
  span: Span;
  /** Plain text of the paragraph, cell or heading it stands in, and where in it: for back-links. */
  block: string;
  at: number;
}

export interface Heading {
  depth: number;
  text: string;
  /** Fragment of its address, unique in the page. */
  anchor: string;
}

export type ProseProblem =
  | { kind: 'html'; span: Span; written: string }
  | { kind: 'embed'; span: Span; written: string }
  | { kind: 'empty-link'; span: Span; written: string }
  | { kind: 'unsafe-url'; span: Span; written: string }
  | { kind: 'remote-image'; span: Span; written: string }
  | { kind: 'mdx'; span: Span; written: string }
  | { kind: 'deep'; span: Span; written: string }
  | { kind: 'signs'; span: Span; written: string };

/** Markdown as written, with what was found in it. `field` is empty for a page's body. */
export interface Prose {
  field: Path;
  /** The Markdown; for a body the whole file, front matter included, so that positions are the file's own. */
  source: string;
  format: 'md' | 'mdx';
  links: ProseLink[];
  /** Markdown links to places in this site, as written; those to a heading of the same page are left out. */
  addresses: { url: string; range: Range; span: Span }[];
  headings: Heading[];
  /** Languages of fenced code, for the highlighter. */
  languages: string[];
  /** Plain text of all blocks, links as their labels, citations left out. */
  text: string;
  problems: ProseProblem[];
}
