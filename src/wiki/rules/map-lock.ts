import { defineRule } from './define-rule.ts';
import { soundWith } from './examples.ts';

export const mapLock = defineRule({
  code: 'map-lock',
  severity: 'warning',
  explanation: `\`map.lock.yaml\` says where pages stand on the map, so that readers find them again. \`onrecord build\` writes it; people and
merges sometimes break it. A line that cannot be read forgets its page, and while there is one the file is not written. Deleting the file
draws the map anew.`,
  wrong: soundWith({ 'map.lock.yaml': 'concept:rag: [120, -340]\n>>>>>>> branch\n' }),
  right: soundWith({ 'map.lock.yaml': 'concept:rag: [120, -340]\n' }),
});
