import type { NodeId } from '../wiki/corpus/node.ts';
import type { Resolution } from '../wiki/graph/resolve.ts';
import { KIND_NAMES, type KindName } from '../wiki/kinds/index.ts';
import { listOf, truncate } from '../wiki/text/plain.ts';
import { pathsView } from '../wiki/views/paths-view.ts';
import { compileWiki, type Wiki } from '../wiki/wiki.ts';
import { readContent } from '../workspace/read-content.ts';
import { contentOption, defineCommand, UsageError } from './define-command.ts';

/** A claim is named by its text, which may be long. */
const MAX_TITLE = 100;

export const path = defineCommand({
  name: 'path',
  summary: 'Says how two pages connect.',
  arguments: 'FROM TO',
  options: {
    content: contentOption,
    most: { type: 'string', value: 'NUMBER', help: 'Paths at most', default: '3' },
    json: { type: 'boolean', help: 'Prints one JSON object instead of text' },
  },
  details: `Pages are named as in links: by slug, title or alias, \`kind:\` in front where two share a name.
The most telling path comes first: short, through claims and ideas rather than through what everything touches. Claims that readers do not see are not passed.
Exit 0: there is a path. Exit 1: nothing joins the two.`,
  async run({ options, positionals }) {
    const [from, to, ...rest] = positionals;
    if (from === undefined || to === undefined || rest.length > 0) throw new UsageError('say two pages: FROM and TO');
    const most = Number(options.most);
    if (!Number.isInteger(most) || most < 1)
      throw new UsageError(`--most should be a whole number, not \`${options.most}\``);
    const { published: wiki } = compileWiki(await readContent(String(options.content)));
    const ends = [from, to].map((name) => pageCalled(wiki, name));
    const [start, end] = ends as [NodeId, NodeId];
    if (start === end) throw new UsageError(`both are \`${start}\`: say two different pages`);
    const paths = pathsView(wiki, start, end, most);
    const titleOf = (id: NodeId) => wiki.graph.node(id).title;
    if (options.json === true) {
      const named = (id: NodeId) => ({ id, title: titleOf(id) });
      const said = paths.map(({ cost, steps }) => ({
        cost,
        steps: steps.map(({ from: left, to: right, type, words }) => ({
          from: named(left),
          type,
          words,
          to: named(right),
        })),
      }));
      console.log(JSON.stringify({ from: named(start), to: named(end), paths: said }, null, 2));
    } else if (paths.length === 0) {
      console.log(`nothing joins ${titleOf(start)} and ${titleOf(end)}`);
    } else {
      const shown = (id: NodeId) => `${truncate(titleOf(id), MAX_TITLE)}  (${id})`;
      const lines = paths.map(({ steps }) =>
        [shown(start), ...steps.map((step) => `  ${step.words} ${shown(step.to)}`)].join('\n'),
      );
      console.log(lines.join('\n\n'));
    }
    return paths.length > 0 ? 0 : 1;
  },
});

function pageCalled({ resolver }: Wiki['published'], name: string): NodeId {
  const colon = name.indexOf(':');
  const kind = KIND_NAMES.find((known) => known === name.slice(0, Math.max(0, colon)));
  const found = resolver.resolve(kind ? name.slice(colon + 1) : name, kind ? [kind as KindName] : undefined);
  if (found.state === 'found') return found.id;
  throw new UsageError(complaint(name, found));
}

function complaint(name: string, found: Exclude<Resolution, { state: 'found' }>): string {
  if (found.state === 'missing') {
    const near = found.suggestion === undefined ? '' : `; did you mean \`${found.suggestion}\`?`;
    return `no page is called \`${name}\`${near}`;
  }
  return `\`${name}\` may mean ${listOf(
    found.candidates.map((id) => `\`${id}\``),
    'or',
  )}; say which`;
}
