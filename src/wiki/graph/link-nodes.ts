import type { AnyNode, FieldLink, NodeId } from '../corpus/node.ts';
import type { BrokenPage } from '../corpus/parse-file.ts';
import type { Path } from '../corpus/parse-yaml.ts';
import type { ProseLink } from '../corpus/prose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { KIND_NAMES, type KindName, kinds } from '../kinds/index.ts';
import type { EdgeType } from '../kinds/names.ts';
import { listOf } from '../text/plain.ts';
import { slugify } from '../text/slug.ts';
import type { Span } from '../text/source-text.ts';
import { normaliseName, type Resolution, type Resolver } from './resolve.ts';
import type { Edge } from './wiki-graph.ts';

/**
 * Resolves every link written in every node. What does not resolve is a diagnostic; everything else is an edge.
 * Links to `broken` pages are neither: the page's own diagnostic has said it. `unsettled` are the pages that a link which
 * became no edge may have meant.
 */
export function linkNodes(
  nodes: readonly AnyNode[],
  resolver: Resolver,
  broken: readonly BrokenPage[] = [],
): { edges: Edge[]; unsettled: Set<NodeId>; diagnostics: Diagnostic[] } {
  const edges: Edge[] = [];
  const unsettled = new Set(broken.flatMap((page) => [page.id, ...mentionsIn(page.text, resolver)]));
  const diagnostics: Diagnostic[] = [];

  const unread = new Set(
    broken.flatMap((page) => [page.id, ...page.names.map((name) => `${kindOf(page.id)}:${normaliseName(name)}`)]),
  );

  function isUnread(name: string, wanted: readonly KindName[] = KIND_NAMES): boolean {
    const forms = [name, slugify(name), normaliseName(name), `${name.split('/')[0]}/`];
    return wanted.some((kind) => forms.some((form) => unread.has(`${kind}:${form}`)));
  }

  function report(node: AnyNode, span: Span, name: string, wanted: readonly KindName[] | undefined, found: Resolution) {
    for (const id of meantBy(found)) unsettled.add(id);
    if (isUnread(name, wanted) || isReported(found)) return;
    const diagnostic = describe(name, wanted, found);
    if (diagnostic) diagnostics.push({ ...diagnostic, severity: 'error', file: node.file, span });
  }

  for (const node of nodes) {
    if (node.kind === 'claim') linkToEpisode(node);
    for (const link of node.fieldLinks) {
      const found = resolver.resolve(link.name, link.field.to);
      if (found.state !== 'found') {
        report(node, spanOf(node, link), link.name, link.field.to, found);
        continue;
      }
      edges.push(new WrittenEdge(node, found.id, link.field.edge, fieldOf(link.path), link));
    }
    for (const prose of node.proses) {
      const field = prose.field.length > 0 ? prose.field.join('.') : 'body';
      for (const link of prose.links) {
        const wanted = link.kind ? ALONE[link.kind] : undefined;
        const found = resolver.resolve(link.name, wanted);
        if (found.state !== 'found') {
          report(node, link.span, link.name, wanted, found);
          continue;
        }
        edges.push(new WrittenEdge(node, found.id, kinds[kindOf(found.id)].proseEdge, field, undefined, link));
      }
    }
  }
  return { edges, unsettled, diagnostics };

  /** A claim's episode is the file it stands in. */
  function linkToEpisode(node: AnyNode): void {
    const slug = node.slug.slice(0, node.slug.indexOf('/'));
    const id: NodeId = `episode:${slug}`;
    const found = resolver.resolve(slug, ALONE.episode);
    if (found.state === 'found' && found.id === id) {
      edges.push(new WrittenEdge(node, id, 'in', 'file'));
    } else if (
      !isUnread(slug, ['episode']) &&
      !diagnostics.some((known) => known.file === node.file && known.code === 'claims-without-episode')
    ) {
      const suggestion = found.state === 'missing' ? found.suggestion : undefined;
      diagnostics.push({
        code: 'claims-without-episode',
        severity: 'error',
        file: node.file,
        span: node.span,
        message: `there is no episode \`${slug}\` for these claims`,
        hint: suggestion ? `rename the file to \`${suggestion}.yaml\`?` : `write \`episodes/${slug}.md\``,
      });
    }
  }
}

/** A class, so that all edges have one shape and none has a function of its own: there are many times more of them than of nodes. */
class WrittenEdge implements Edge {
  readonly source: NodeId;
  readonly target: NodeId;
  readonly type: EdgeType;
  readonly field: string;
  readonly label: string | undefined;
  readonly prose: ProseLink | undefined;
  readonly #node: AnyNode;
  readonly #link: FieldLink | undefined;

  /** With a link of a field, or of prose; with neither it stands for the whole node. */
  constructor(node: AnyNode, target: NodeId, type: EdgeType, field: string, link?: FieldLink, prose?: ProseLink) {
    this.source = node.id;
    this.target = target;
    this.type = type;
    this.field = field;
    this.label = link?.label;
    this.prose = prose;
    this.#node = node;
    this.#link = link;
  }

  span(): Span {
    if (this.prose) return this.prose.span;
    return this.#link ? spanOf(this.#node, this.#link) : this.#node.span;
  }
}

/** By path: fields of many pages have the same. */
const fields = new WeakMap<Path, string>();

/** The name of a field: `cells.3.text`. */
export function fieldOf(path: Path): string {
  let field = fields.get(path);
  if (field === undefined) {
    field = path.join('.');
    fields.set(path, field);
  }
  return field;
}

function spanOf(node: AnyNode, link: FieldLink): Span {
  return node.locate(link.path, link.isKey ? 'key' : 'value');
}

/** Each kind as the only one wanted. */
const ALONE = Object.fromEntries(KIND_NAMES.map((kind) => [kind, [kind]])) as unknown as Record<
  KindName,
  readonly KindName[]
>;

/** Two pages of one kind that share a title or an alias: `duplicate-title` and `duplicate-alias` say so. */
function isReported(found: Resolution): boolean {
  return found.state === 'ambiguous' && new Set(found.candidates.map(kindOf)).size === 1;
}

/** The pages that a link may have meant. */
function meantBy(found: Resolution): NodeId[] {
  if (found.state === 'found') return [found.id];
  if (found.state === 'missing') return found.nearest ? [found.nearest] : [];
  return found.candidates;
}

/** Longest name looked for in a page that could not be read; longer stretches are prose. */
const MAX_NAME_LENGTH = 100;

/** The pages whose names stand in a text between the marks of YAML and of links. */
function mentionsIn(text: string, resolver: Resolver): NodeId[] {
  const names = new Set(text.split(/\[\[|\]\]|[[\]{}"',|#\n]|: |- /).map((name) => name.trim()));
  return [...names].flatMap((name) => {
    if (name === '' || name.length > MAX_NAME_LENGTH) return [];
    const colon = name.indexOf(':');
    const isKind = (KIND_NAMES as readonly string[]).includes(name.slice(0, Math.max(0, colon)));
    return resolver.pagesNamed(isKind ? name.slice(colon + 1) : name);
  });
}

function kindOf(id: NodeId): KindName {
  return id.slice(0, id.indexOf(':')) as KindName;
}

function describe(
  name: string,
  wanted: readonly KindName[] | undefined,
  found: Resolution,
): Pick<Diagnostic, 'code' | 'message' | 'hint'> | undefined {
  const kind = wanted ? listOf([...wanted], 'or') : 'page';
  switch (found.state) {
    case 'missing':
      return {
        code: 'unknown-link',
        message: `no ${kind} is called \`${name}\``,
        hint: found.suggestion
          ? `did you mean \`${found.suggestion}\`?`
          : wanted?.[0]
            ? kinds[wanted[0]].storage === 'list'
              ? `add it to \`${kinds[wanted[0]].folder}/${name.split('/')[0]}.yaml\``
              : `write it with \`onrecord new ${wanted[0]} "${name}"\``
            : 'link to a page by its slug, title or alias',
      };
    case 'wrong-kind': {
      const ids = found.candidates.map((id) => `\`${id}\``);
      // Without a kind asked for, only pages that are never meant by a bare name are left.
      if (!wanted) {
        return {
          code: 'wrong-kind-link',
          message: `\`${name}\` alone names no page`,
          hint: `put the kind in front: ${listOf(ids, 'or')}`,
        };
      }
      return {
        code: 'wrong-kind-link',
        message: `\`${name}\` is ${listOf(ids, 'or')}, but a ${kind} is wanted here`,
        hint: `link to a ${kind}`,
      };
    }
    case 'ambiguous':
      return {
        code: 'ambiguous-link',
        message: `\`${name}\` may mean ${listOf(
          found.candidates.map((id) => `\`${id}\``),
          'or',
        )}`,
        hint: `say which: \`${found.candidates[0]}\``,
      };
    case 'found':
      return undefined;
  }
}
