import type { AnyNode, NodeId } from '../corpus/node.ts';
import type { BrokenPage } from '../corpus/parse-file.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { KIND_NAMES, type KindName, kinds } from '../kinds/index.ts';
import { listOf } from '../text/plain.ts';
import { slugify } from '../text/slug.ts';
import type { Span } from '../text/source-text.ts';
import { normaliseName, type Resolution, type Resolver } from './resolve.ts';
import type { Edge } from './wiki-graph.ts';

/**
 * Resolves every link written in every node. What does not resolve is a diagnostic; everything else is an edge.
 * Links to `broken` pages are neither: the page's own diagnostic has said it.
 */
export function linkNodes(
  nodes: readonly AnyNode[],
  resolver: Resolver,
  broken: readonly BrokenPage[] = [],
): { edges: Edge[]; diagnostics: Diagnostic[] } {
  const edges: Edge[] = [];
  const diagnostics: Diagnostic[] = [];

  const unread = new Set(
    broken.flatMap((page) => [page.id, ...page.names.map((name) => `${kindOf(page.id)}:${normaliseName(name)}`)]),
  );

  function isUnread(name: string, wanted: readonly KindName[] = KIND_NAMES): boolean {
    const forms = [name, slugify(name), normaliseName(name), `${name.split('/')[0]}/`];
    return wanted.some((kind) => forms.some((form) => unread.has(`${kind}:${form}`)));
  }

  function report(node: AnyNode, span: Span, name: string, wanted: readonly KindName[] | undefined, found: Resolution) {
    if (isUnread(name, wanted)) return;
    const diagnostic = describe(name, wanted, found);
    if (diagnostic) diagnostics.push({ ...diagnostic, severity: 'error', file: node.file, span });
  }

  for (const node of nodes) {
    if (node.kind === 'claim') linkToEpisode(node);
    for (const link of node.fieldLinks) {
      const found = resolver.resolve(link.name, link.field.to);
      const span = () => node.locate(link.path, link.isKey ? 'key' : 'value');
      if (found.state !== 'found') {
        report(node, span(), link.name, link.field.to, found);
        continue;
      }
      edges.push({
        source: node.id,
        target: found.id,
        type: link.field.edge,
        field: link.path.join('.'),
        span,
        ...(link.label === undefined ? {} : { label: link.label }),
      });
    }
    for (const prose of node.proses) {
      for (const link of prose.links) {
        const wanted = link.kind ? [link.kind] : undefined;
        const found = resolver.resolve(link.name, wanted);
        if (found.state !== 'found') {
          report(node, link.span, link.name, wanted, found);
          continue;
        }
        const target = kindOf(found.id);
        edges.push({
          source: node.id,
          target: found.id,
          type: kinds[target].proseEdge,
          field: prose.field.length > 0 ? prose.field.join('.') : 'body',
          span: () => link.span,
          prose: link,
        });
      }
    }
  }
  return { edges, diagnostics };

  /** A claim's episode is the file it stands in. */
  function linkToEpisode(node: AnyNode): void {
    const slug = node.slug.slice(0, node.slug.indexOf('/'));
    const id: NodeId = `episode:${slug}`;
    const found = resolver.resolve(slug, ['episode']);
    if (found.state === 'found' && found.id === id) {
      edges.push({ source: node.id, target: id, type: 'in', field: 'file', span: () => node.span });
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
            ? `write it with \`onrecord new ${wanted[0]} "${name}"\``
            : 'link to a page by its slug, title or alias',
      };
    case 'wrong-kind': {
      const ids = found.candidates.map((id) => `\`${id}\``);
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
