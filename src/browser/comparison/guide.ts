import { type Choices, type Guide, type GuideResult, scoreGuide } from '../../wiki/views/contracts/guide.ts';
import { readState, writeState } from '../address-state.ts';

/** Scores the answers as they are given. They stand in the address as `g=0.-.2`, one place a question. */
export function mount(form: HTMLFormElement): void {
  const data = document.getElementById('guide-data')?.textContent;
  const output = document.getElementById('guide-result');
  if (!data || !output) return;
  const guide = JSON.parse(data) as Guide;
  const input = (question: number, answer: number) =>
    form.querySelector<HTMLInputElement>(`[name="q${question}"][value="${answer}"]`);
  const choices = (): Choices =>
    guide.questions.map((question, index) => {
      const chosen = question.answers.findIndex((_, answer) => input(index, answer)?.checked);
      return chosen === -1 ? undefined : chosen;
    });
  const apply = () => {
    const given = choices();
    const empty = given.every((choice) => choice === undefined);
    writeState('g', empty ? '' : given.map((choice) => choice ?? '-').join('.'));
    output.hidden = empty;
    output.replaceChildren(...(empty ? [] : resultNodes(guide, given, scoreGuide(guide, given))));
  };
  const asked = readState('g')?.split('.') ?? [];
  for (const [index, answer] of asked.entries()) {
    const radio = /^\d+$/.test(answer) ? input(index, Number(answer)) : null;
    if (radio) radio.checked = true;
  }
  form.addEventListener('input', apply);
  form.addEventListener('reset', () => setTimeout(apply));
  apply();
}

function resultNodes(guide: Guide, given: Choices, result: GuideResult): Node[] {
  const answered = given.filter((choice) => choice !== undefined).length;
  const name = (option: number | undefined) => guide.options[option ?? -1] ?? '';
  const words = {
    open: 'Nothing that counts yet',
    tie: 'A tie',
    close: `${name(result.best)}, but it is close`,
    clear: name(result.best),
  };
  const scores = guide.options.map((option, index) => `${option} ${result.scores[index]}`).join(', ');
  const share = Math.round(result.share * 100);
  const lead = result.verdict === 'open' ? '' : ` The lead is ${result.lead}, ${share} % of what was at stake.`;
  const nodes: Node[] = [
    element('h3', {}, words[result.verdict]),
    element('p', { class: 'note' }, `${answered} of ${guide.questions.length} answered. Points: ${scores}.${lead}`),
  ];
  const drivers = element('ul', {});
  for (const driver of result.drivers) drivers.append(driverNode(guide, result, driver));
  if (result.drivers.length > 0) nodes.push(drivers);
  if (result.unjudged.length > 0) {
    const titles = result.unjudged.map((criterion) => guide.criteria[criterion]?.title).join(', ');
    nodes.push(element('p', { class: 'note' }, `Not counted, since not every option has a verdict: ${titles}.`));
  }
  nodes.push(
    element('p', { class: 'note' }, 'The address of this page holds your answers: send it to show the same result.'),
  );
  return nodes;
}

/** An answer, what it moved, and the claims in the cells behind it. */
function driverNode(guide: Guide, result: GuideResult, driver: GuideResult['drivers'][number]): HTMLElement {
  const question = guide.questions[driver.question];
  const side = driver.points > 0 ? (result.best ?? 0) : result.best === undefined ? 1 : (result.second ?? 1);
  const moved = driver.points === 0 ? 'moves nothing' : `+${Math.abs(driver.points)} for ${guide.options[side]}`;
  const item = element('li', {});
  item.append(element('b', {}, moved), ` ${question?.question} ${question?.answers[driver.answer]?.answer}. `);
  const option = guide.options[side] ?? '';
  for (const criterion of driver.criteria) {
    const { slug, title } = guide.criteria[criterion] ?? { slug: '', title: '' };
    const cell = [...document.querySelectorAll<HTMLElement>(`#m-${CSS.escape(slug)} td`)].find(
      (candidate) => candidate.dataset.option === option,
    );
    const claims = cell?.querySelector('.opens')?.cloneNode(true) as HTMLDetailsElement | undefined;
    const line = element('div', {});
    line.append(element('a', { href: `#m-${slug}` }, title), ' ', verdictOf(cell));
    if (claims) {
      claims.open = false;
      line.append(claims);
    }
    item.append(line);
  }
  return item;
}

function verdictOf(cell: HTMLElement | undefined): string {
  return (cell?.querySelector('.verdict')?.textContent ?? '').toLowerCase();
}

function element(name: string, attributes: Record<string, string>, text = ''): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.textContent = text;
  return made;
}
