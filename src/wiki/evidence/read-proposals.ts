import { z } from 'zod';
import { CLAIM_TYPES } from '../kinds/claim.ts';
import { slugify } from '../text/slug.ts';
import { parseRange } from '../text/timestamp.ts';
import type { DraftClaim } from './draft-claims.ts';

const proposal = z.object({
  at: z.string().refine((value) => parseRange(value) !== undefined, { error: 'is not a range such as 26:30-28:10' }),
  text: z.string().trim().min(20).max(600),
  quote: z.string().trim().min(1).optional(),
  type: z.enum(CLAIM_TYPES),
  about: z.array(z.string()).min(1).max(4),
});

export interface Proposals {
  drafts: DraftClaim[];
  /** Why something a model said is not used. */
  rejected: string[];
}

/** What a language model answered → drafts. Whatever it says, they are `proposed`; what is no claim is rejected with its reason. */
export function readProposals(answer: string, by: string, tool: string, concepts: ReadonlySet<string>): Proposals {
  const rejected: string[] = [];
  const start = answer.indexOf('[');
  const end = answer.lastIndexOf(']');
  let items: unknown;
  try {
    items = JSON.parse(start === -1 || end < start ? '' : answer.slice(start, end + 1));
  } catch {
    return { drafts: [], rejected: [`the answer holds no JSON list: “${answer.slice(0, 60).replace(/\s+/g, ' ')}”`] };
  }
  const drafts = (items as unknown[]).flatMap((item, index): DraftClaim[] => {
    const read = proposal.safeParse(item);
    if (!read.success) {
      const [issue] = read.error.issues;
      rejected.push(`proposal ${index + 1}: ${issue?.path.join('.') || 'it'} ${issue?.message}`);
      return [];
    }
    const about = read.data.about.map(slugify).filter((slug) => concepts.has(slug));
    if (about.length === 0) {
      rejected.push(`proposal ${index + 1}: about nothing in this archive (${read.data.about.join(', ')})`);
      return [];
    }
    const id = slugify(read.data.text.split(/\s+/).slice(0, 5).join(' ')) || `proposal-${index + 1}`;
    const { at, text, quote, type } = read.data;
    return [
      {
        id,
        by,
        at,
        text,
        ...(quote ? { quote } : {}),
        type,
        about,
        status: 'proposed',
        provenance: { method: 'agent', tool },
      },
    ];
  });
  return { drafts, rejected };
}
