import type { NodeId } from '../corpus/node.ts';
import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const broaderCycle = defineRule({
  code: 'broader-cycle',
  severity: 'error',
  explanation: `\`broader\` leads to more general concepts and ends at the most general ones. A circle has no top.`,
  wrong: soundWith({
    'concepts/rag.md': '---\ntitle: RAG\nbroader: [search]\n---\nLooks things up [[claim:one/facts]].\n',
    'concepts/search.md': '---\ntitle: Search\nbroader: [rag]\n---\n',
  }),
  right: soundWith({
    'concepts/rag.md': '---\ntitle: RAG\nbroader: [search]\n---\nLooks things up [[claim:one/facts]].\n',
    'concepts/search.md': '---\ntitle: Search\n---\n',
  }),
  reads: ['names', 'links'],
  *check(wiki) {
    const done = new Set<NodeId>();
    for (const concept of wiki.ofKind('concept')) {
      // Depth-first with the path in hand; an edge back into the path closes a circle.
      const path: NodeId[] = [];
      const stack = [{ id: concept.id as NodeId, next: 0 }];
      while (stack.length > 0) {
        const top = stack.at(-1) as { id: NodeId; next: number };
        if (top.next === 0) {
          if (done.has(top.id)) {
            stack.pop();
            continue;
          }
          path.push(top.id);
        }
        const edge = wiki.out(top.id, 'broader')[top.next++];
        if (!edge) {
          done.add(top.id);
          path.pop();
          stack.pop();
        } else if (path.includes(edge.target)) {
          const circle = [...path.slice(path.indexOf(edge.target)), edge.target];
          yield {
            file: wiki.node(top.id).file,
            span: edge.span(),
            message: `\`broader\` runs in a circle: ${circle.map((id) => wiki.node(id).slug).join(' → ')}`,
            hint: 'take out the link to the less general concept',
          };
        } else stack.push({ id: edge.target, next: 0 });
      }
    }
  },
});
