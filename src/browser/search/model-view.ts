import { element } from '../element.ts';
import { type ClaimForModel, checkAnswer, type ModelConnection, modelRequest, streamAnswer } from './model-answer.ts';
import type { ShownResult } from './result-item.ts';

const KEY = 'model-connection';
const NOTE =
  'Off unless you connect one. It gets the question and the claims above, nothing else; you see them before anything is sent. The connection is kept on this device.';

/** A place to have the reader's own model write an answer from the claims above. Nothing is sent before an explicit yes. */
export function mountModel(place: HTMLElement, question: string, lines: readonly ShownResult[]): void {
  if (lines.length === 0) return;
  const claims = lines.map(
    (line): ClaimForModel => ({
      text: line.text,
      guest: line.guest ?? '',
      episode: line.episode ?? '',
      time: line.time ?? '',
    }),
  );
  place.className = 'model';
  const button = (name: string, text: string) => element('button', { type: 'button', class: 'plain', name }, text);
  const stopButton = button('stop', 'Stop');
  stopButton.hidden = true;
  const details = element(
    'details',
    {},
    element('summary', {}, 'Have your own model write it up'),
    element('p', { class: 'note' }, NOTE),
    element(
      'label',
      {},
      'Address of an OpenAI-compatible API ',
      element('input', {
        name: 'endpoint',
        type: 'url',
        placeholder: 'http://localhost:11434/v1',
        autocomplete: 'off',
      }),
    ),
    element('label', {}, 'Model ', element('input', { name: 'model', autocomplete: 'off' })),
    element(
      'label',
      {},
      'Key, if it needs one ',
      element('input', { name: 'key', type: 'password', autocomplete: 'off' }),
    ),
    element('p', {}, button('preview', 'Show what would be sent')),
    element(
      'div',
      { class: 'model-preview', hidden: '' },
      ...[element('pre'), element('p', {}, button('send', 'Yes, send this'), ' ', stopButton)],
    ),
    element('div', { class: 'model-answer', 'aria-live': 'polite' }),
  );
  place.append(details);
  const field = (name: string) => details.querySelector<HTMLInputElement>(`[name=${name}]`) as HTMLInputElement;
  const press = (name: string) => details.querySelector<HTMLButtonElement>(`[name=${name}]`) as HTMLButtonElement;
  const preview = details.querySelector<HTMLElement>('.model-preview') as HTMLElement;
  const output = details.querySelector<HTMLElement>('.model-answer') as HTMLElement;
  const kept = readConnection();
  field('endpoint').value = kept.endpoint;
  field('model').value = kept.model;
  field('key').value = kept.key ?? '';
  let abort: AbortController | undefined;
  const connection = (): ModelConnection => ({
    endpoint: field('endpoint').value.trim(),
    model: field('model').value.trim(),
    key: field('key').value || undefined,
  });

  // What was agreed to is what was shown: a change takes the agreement back.
  details.addEventListener('input', () => {
    preview.hidden = true;
  });
  press('preview').addEventListener('click', () => {
    const wanted = connection();
    if (!/^https?:\/\/./.test(wanted.endpoint) || wanted.model === '') {
      output.textContent = 'An address that begins with http:// or https://, and the name of a model, are needed.';
      return;
    }
    keepConnection(wanted);
    const request = modelRequest(wanted, question, claims);
    output.textContent = '';
    (preview.querySelector('pre') as HTMLElement).textContent =
      `POST ${request.url}\n${JSON.stringify(JSON.parse(request.body), null, 1)}`;
    preview.hidden = false;
    press('send').focus();
  });
  press('stop').addEventListener('click', () => abort?.abort());
  press('send').addEventListener('click', async () => {
    abort?.abort();
    abort = new AbortController();
    press('stop').hidden = false;
    press('send').disabled = true;
    let answer = '';
    output.textContent = 'Waiting …';
    try {
      for await (const piece of streamAnswer(
        modelRequest(connection(), question, claims),
        connection().key,
        abort.signal,
      )) {
        answer += piece;
        showAnswer(output, answer, lines);
      }
      if (answer === '') output.textContent = 'The model answered nothing.';
    } catch (problem) {
      showAnswer(output, answer, lines);
      const words = document.createElement('p');
      words.className = 'note';
      words.textContent = problem instanceof Error ? problem.message : 'It failed.';
      output.append(words);
    }
    press('stop').hidden = true;
    press('send').disabled = false;
  });
}

/** Sentences that cite nothing, or what is not there, are struck through where they stand. */
function showAnswer(output: HTMLElement, answer: string, lines: readonly ShownResult[]): void {
  const text = document.createElement('p');
  for (const sentence of checkAnswer(answer, lines.length)) {
    const holder = document.createElement(sentence.stands ? 'span' : 'del');
    if (!sentence.stands) holder.title = 'Cites no claim that is there';
    let end = 0;
    for (const match of sentence.text.matchAll(/\[(\d+)\]/g)) {
      const line = lines[Number(match[1]) - 1];
      if (!line) continue;
      holder.append(sentence.text.slice(end, match.index));
      const link = document.createElement('a');
      link.href = line.href;
      link.textContent = `${(line.guest ?? '').split(' ').at(-1)} ${line.time}`;
      const chip = document.createElement('sup');
      chip.append(' ', link);
      holder.append(chip);
      end = match.index + match[0].length;
    }
    holder.append(sentence.text.slice(end));
    text.append(holder, ' ');
  }
  output.replaceChildren(text);
}

function readConnection(): ModelConnection {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Record<string, unknown>>;
    const text = (name: string) => (typeof kept[name] === 'string' ? (kept[name] as string) : '');
    return { endpoint: text('endpoint'), model: text('model'), key: text('key') };
  } catch {
    return { endpoint: '', model: '' };
  }
}

function keepConnection(connection: ModelConnection): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(connection));
  } catch {
    // Then it is asked for again.
  }
}
