export interface ModelOptions {
  /** Base address of an OpenAI-compatible server, such as http://localhost:11434/v1. */
  endpoint: string;
  model: string;
  /** From the environment; local servers need none. */
  key?: string;
  /** Milliseconds after which an answer is given up. */
  patience: number;
}

/** Longest answer read: a model that does not stop is junk. */
const MAX_ANSWER = 200_000;

/** Asks a language model. Answers its words, or why there are none; never throws. */
export async function askModel(prompt: string, options: ModelOptions): Promise<{ text?: string; problem?: string }> {
  try {
    const response = await fetch(`${options.endpoint.replace(/\/+$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.key ? { authorization: `Bearer ${options.key}` } : {}),
      },
      body: JSON.stringify({ model: options.model, temperature: 0, messages: [{ role: 'user', content: prompt }] }),
      signal: AbortSignal.timeout(options.patience),
    });
    const body = await response.text();
    if (!response.ok) return { problem: `the server answered ${response.status}: ${body.slice(0, 120)}` };
    if (body.length > MAX_ANSWER) return { problem: 'the answer is endless' };
    const content = (JSON.parse(body) as { choices?: { message?: { content?: unknown } }[] })?.choices?.[0]?.message
      ?.content;
    return typeof content === 'string' ? { text: content } : { problem: 'the answer holds no words' };
  } catch (failure) {
    const isLate = failure instanceof Error && failure.name === 'TimeoutError';
    if (isLate) return { problem: `no answer within ${Math.round(options.patience / 1000)} s` };
    if (failure instanceof SyntaxError) return { problem: 'the answer is no JSON' };
    return { problem: `the server cannot be reached: ${failure instanceof Error ? failure.message : failure}` };
  }
}
