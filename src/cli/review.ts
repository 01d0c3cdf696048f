import type { Readable, Writable } from 'node:stream';
import { isCancel, select, text } from '@clack/prompts';
import { count } from '../wiki/text/plain.ts';
import { acceptClaim, rejectClaim, type WaitingClaim, waitingClaims } from '../workspace/review-queue.ts';
import { contentOption, defineCommand, UsageError } from './define-command.ts';

/** The terminal somebody sits at. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

export const review = defineCommand({
  name: 'review',
  summary: 'Walks through proposed claims: accept, edit, reject, next.',
  arguments: '[EPISODE]',
  options: { content: contentOption },
  details: `Drafts, and claims whose status is proposed. What is accepted stands in claims/ as reviewed; edited, it loses the quote that went
with the old words. Each decision is written at once and changes no other line. Ctrl+C stops.`,
  async run({ options, positionals }) {
    const { stdin, stderr } = process;
    if (!stdin.isTTY) throw new UsageError('`review` asks questions: call it in a terminal');
    const done = await reviewClaims(String(options.content), { input: stdin, output: stderr }, positionals[0]);
    console.log(
      `${count(done.accept, 'claim')} accepted, ${done.reject} rejected, ${done.left} still ${done.left === 1 ? 'waits' : 'wait'}.`,
    );
    return 0;
  },
});

/** Asks about one claim after the other, and does what is answered. */
export async function reviewClaims(
  content: string,
  terminal: Terminal,
  episode?: string,
): Promise<{ accept: number; reject: number; left: number }> {
  const waiting = await waitingClaims(content, episode);
  const done = { accept: 0, reject: 0 };
  for (const [index, claim] of waiting.entries()) {
    const decision = await decide(claim, `${index + 1} of ${waiting.length}`, terminal);
    if (decision === 'stop') break;
    if (decision === 'reject') {
      await rejectClaim(content, claim);
      done.reject++;
    } else if (decision !== 'next') {
      await acceptClaim(content, claim, decision.text);
      done.accept++;
    }
  }
  return { ...done, left: waiting.length - done.accept - done.reject };
}

type Decision = { text: string } | 'reject' | 'next' | 'stop';

async function decide(claim: WaitingClaim, place: string, terminal: Terminal): Promise<Decision> {
  const said = claim.quote && claim.quote !== claim.text ? `\n“${claim.quote}”` : '';
  const answer = await select({
    ...terminal,
    message: `${place}  ${claim.episode}  ${claim.at.join(', ')}  ${claim.by}\n${claim.text}${said}\nabout ${claim.about.join(', ')}; ${claim.type}`,
    options: [
      { value: 'accept', label: 'Accept' },
      { value: 'edit', label: 'Edit and accept' },
      { value: 'reject', label: 'Reject' },
      { value: 'next', label: 'Next' },
    ],
  });
  if (isCancel(answer)) return 'stop';
  if (answer === 'reject' || answer === 'next') return answer;
  if (answer === 'accept') return { text: claim.text };
  const edited = await text({ ...terminal, message: 'In your own words', initialValue: claim.text });
  if (isCancel(edited)) return 'stop';
  return { text: String(edited).trim() || claim.text };
}
