import { parseLink } from '../../src/wiki/corpus/link-grammar.ts';
import type { AnyNode, NodeId } from '../../src/wiki/corpus/node.ts';
import type { Path } from '../../src/wiki/corpus/parse-yaml.ts';
import { kinds } from '../../src/wiki/kinds/index.ts';
import type { Wiki } from '../../src/wiki/wiki.ts';
import { LINK, labelOf } from './plain-links.ts';

/**
 * The same pages for tools that know nothing of ours: each node, claims included, as one Markdown file with a title and
 * plain links, path → text. Every field is written out, so that the words are the same.
 */
export function flatten(wiki: Wiki): Record<string, string> {
  const files: Record<string, string> = {};
  for (const node of wiki.graph.nodes) files[`${addressOf(node)}.md`] = flattenNode(node, wiki);
  return files;
}

function addressOf(node: AnyNode): string {
  return `${kinds[node.kind].folder}/${node.slug}`;
}

function flattenNode(node: AnyNode, wiki: Wiki): string {
  const targets = new Map<string, NodeId>();
  for (const edge of wiki.graph.out(node.id)) if (!edge.prose) targets.set(edge.field, edge.target);
  const { title, ...fields } = node.data as Record<string, unknown>;
  const lines = [`---\ntitle: ${JSON.stringify(title ?? node.title)}\n---`];
  const episode = targets.get('file');
  if (episode) lines.push(`**episode** ${linkTo(episode)}`);
  for (const [key, value] of Object.entries(fields)) lines.push(`**${key}** ${write(value, [key], '')}`);
  const body = node.proses.find((prose) => prose.field.length === 0);
  if (body) lines.push(plainLinks(body.source.replace(/^---\n[\s\S]*?\n---\n/, '')));
  return `${lines.join('\n\n')}\n`;

  function write(value: unknown, path: Path, indent: string): string {
    if (Array.isArray(value)) {
      return `\n\n${value.map((item, index) => `${indent}- ${write(item, [...path, index], `${indent}  `)}`).join('\n')}`;
    }
    if (value !== null && typeof value === 'object') {
      return Object.entries(value)
        .map(([key, item]) => {
          const target = targets.get([...path, key].join('.'));
          const isKey = target !== undefined && wiki.graph.node(target).slug === key;
          return `${isKey ? linkTo(target) : key} ${write(item, [...path, key], indent)}`;
        })
        .join(`\n${indent}`);
    }
    const target = targets.get(path.join('.'));
    const text = String(value);
    return target && wiki.graph.node(target).slug === text ? linkTo(target) : plainLinks(text);
  }

  function linkTo(id: NodeId, label?: string): string {
    const target = wiki.graph.node(id);
    return `[${label ?? labelOf(target, wiki.graph)}](/${addressOf(target)}/)`;
  }

  function plainLinks(text: string): string {
    return text.replace(LINK, (written, inside: string) => {
      const link = parseLink(inside);
      const found = wiki.resolver.resolve(link.name, link.kind ? [link.kind] : undefined);
      return found.state === 'found' ? linkTo(found.id, link.label) : written;
    });
  }
}
