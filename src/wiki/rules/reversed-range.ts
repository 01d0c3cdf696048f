import { formatTime, isPlainlyBefore, parseRange } from '../text/timestamp.ts';
import { defineRule } from './define-rule.ts';
import { claimYaml, soundWith } from './examples.ts';

export const reversedRange = defineRule({
  code: 'reversed-range',
  severity: 'error',
  explanation: `A range runs from an earlier second to a later one. A single second is written alone: \`41:36\`.`,
  wrong: soundWith({ 'claims/one.yaml': claimYaml('').replace('1:00-2:00', '2:00-1:00') }),
  right: soundWith({ 'claims/one.yaml': claimYaml('') }),
  reads: ['times'],
  *check(wiki) {
    for (const claim of wiki.ofKind('claim')) {
      const { at: ranges } = claim.data;
      const written = Array.isArray(ranges) ? ranges : [ranges];
      for (const [index, at] of written.entries()) {
        const dash = at.indexOf('-');
        if (isPlainlyBefore(at.slice(0, dash), at.slice(dash + 1))) continue;
        const range = parseRange(at);
        if (range?.end === undefined || range.end > range.start) continue;
        const [start, end] = [formatTime(range.start), formatTime(range.end)];
        yield {
          file: claim.file,
          span: claim.locate(Array.isArray(claim.data.at) ? ['at', index] : ['at']),
          message:
            range.end === range.start
              ? `the range at ${start} is empty`
              : `the range ends at ${end}, before it starts at ${start}`,
          hint:
            range.end === range.start ? `write \`${start}\` for a single second` : `did you mean \`${end}-${start}\`?`,
        };
      }
    }
  },
});
