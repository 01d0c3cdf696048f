import type { AnyNode } from '../corpus/node.ts';
import { normaliseName } from '../graph/resolve.ts';
import { kinds } from '../kinds/index.ts';
import { groupBy } from '../text/order.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const duplicateTitle = defineRule({
  code: 'duplicate-title',
  severity: 'error',
  explanation: `Two pages of one kind have the same title. Readers could not tell them apart, nor could a link. If they are one
thing, merge them and keep the old name in \`aliases\`.`,
  wrong: soundWith({ 'criteria/price.md': '---\ntitle: cost\n---\nSee [[rag]].\n' }),
  right: soundWith({ 'criteria/price.md': '---\ntitle: Price\n---\nSee [[rag]].\n' }),
  reads: ['names'],
  *check(wiki) {
    const named = wiki.nodes.filter((node) => kinds[node.kind].storage === 'file');
    const groups = groupBy(named, (node: AnyNode) => `${node.kind} ${normaliseName(node.title)}`);
    for (const [first, ...others] of groups.values()) {
      for (const node of others) {
        yield {
          file: node.file,
          span: node.locate(['title']),
          message: `the title \`${node.title}\` is taken by ${(first as AnyNode).file}`,
          hint: 'merge the two, or make the titles tell them apart',
          related: [
            { file: (first as AnyNode).file, span: (first as AnyNode).locate(['title']), message: 'first used here' },
          ],
        };
      }
    }
  },
});
