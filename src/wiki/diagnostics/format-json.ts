import { z } from 'zod';
import type { Diagnostic } from './diagnostic.ts';

const position = z.strictObject({ line: z.int().min(1), column: z.int().min(1) });
const span = z.strictObject({ start: position, end: position });

/** The published shape of one line of `--json` output. */
export const diagnosticSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  file: z.string().describe('Path from the folder the command was started in'),
  span,
  message: z.string(),
  hint: z.string().optional(),
  related: z.array(z.strictObject({ file: z.string(), span, message: z.string() })).optional(),
});

/** One JSON object on one line, keys in a fixed order. */
export function formatJson(diagnostic: Diagnostic, prefix = ''): string {
  return JSON.stringify({
    code: diagnostic.code,
    severity: diagnostic.severity,
    file: prefix + diagnostic.file,
    span: diagnostic.span,
    message: diagnostic.message,
    hint: diagnostic.hint,
    related: diagnostic.related?.map((related) => ({ ...related, file: prefix + related.file })),
  });
}
