import { kinds } from '../kinds/index.ts';
import { defineRule } from './define-rule.ts';
import { SOUND, soundWith } from './examples.ts';

export const unlinkedPage = defineRule({
  code: 'unlinked-page',
  severity: 'warning',
  explanation: `No other page leads to this one: no claim is about it, nobody links to it. Readers will only find it in the index.`,
  wrong: soundWith({ 'concepts/lonely.md': '---\ntitle: Lonely\n---\n' }),
  right: SOUND,
  reads: ['names', 'links'],
  *check(wiki) {
    for (const node of wiki.nodes) {
      if (!kinds[node.kind].wantsBacklinks || wiki.isUnsettled(node.id)) continue;
      if (wiki.in(node.id).some((edge) => edge.source !== node.id)) continue;
      yield {
        file: node.file,
        span: node.locate(['title']),
        message: `nothing links to this ${kinds[node.kind].one}`,
        hint: 'link to it where it is mentioned, or take it out',
      };
    }
  },
});
