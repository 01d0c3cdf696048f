import type { AnyNode } from '../corpus/node.ts';
import { normaliseName } from '../graph/resolve.ts';
import { kinds } from '../kinds/index.ts';
import { slugify } from '../text/slug.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const duplicateAlias = defineRule({
  code: 'duplicate-alias',
  severity: 'error',
  explanation: `An alias is another name of one page, and an old address of it. It may not be the title, slug or alias of another
page of the same kind.`,
  wrong: soundWith({ 'criteria/price.md': '---\ntitle: Price\naliases: [COST]\n---\nSee [[rag]].\n' }),
  right: soundWith({ 'criteria/price.md': '---\ntitle: Price\naliases: [fees]\n---\nSee [[rag]].\n' }),
  reads: ['names'],
  *check(wiki) {
    const owners = new Map<string, AnyNode>();
    const pages = wiki.nodes.filter((node) => kinds[node.kind].storage === 'file');
    for (const node of pages) {
      for (const name of [normaliseName(node.title), node.slug]) owners.set(`${node.kind} ${name}`, node);
    }
    for (const node of pages) {
      for (const [index, alias] of node.aliases.entries()) {
        const keys = [...new Set([normaliseName(alias), slugify(alias)])].map((name) => `${node.kind} ${name}`);
        const owner = keys.map((key) => owners.get(key)).find((known) => known && known !== node);
        if (owner) {
          yield {
            file: node.file,
            span: node.locate(['aliases', index]),
            message: `the alias \`${alias}\` already leads to ${owner.file}`,
            hint: 'keep it on the page it belongs to',
            related: [{ file: owner.file, span: owner.span, message: 'the other page' }],
          };
        } else for (const key of keys) owners.set(key, node);
      }
    }
  },
});
