import type { ClaimPreview } from '../wiki/views/contracts/claim-preview.ts';

/** Shows the claim behind a citation while it is pointed at or focused. One small file an episode is fetched, once. */
const cache = new Map<string, Promise<Record<string, ClaimPreview>>>();
let card: HTMLElement | undefined;
let opener: HTMLElement | undefined;

/** Pointing may be passing by, or on its way to the card; wait before opening and closing. */
const DELAY_MS = 120;
let timer = 0;

function close(): void {
  clearTimeout(timer);
  card?.remove();
  card = undefined;
  opener?.removeAttribute('aria-describedby');
}

async function open(link: HTMLAnchorElement): Promise<void> {
  // The address of the moment tells which claim it is and where the site begins.
  const [episode = '', claim = ''] = link.pathname.split('/').slice(-3);
  const file = new URL(`../../../episodes/${episode}/claims.json`, link.href).href;
  let pending = cache.get(file);
  if (!pending) {
    pending = fetch(file).then((response) => response.json());
    cache.set(file, pending);
  }
  const preview = await pending.then(
    (claims) => claims[claim],
    () => undefined,
  );
  if (!preview || !(link.matches(':hover') || link === document.activeElement)) return;
  close();
  card = document.createElement('div');
  card.className = 'preview';
  card.id = 'citation-preview';
  card.setAttribute('role', 'tooltip');
  const text = document.createElement('p');
  text.textContent = preview.text;
  const who = document.createElement('p');
  who.textContent = `${preview.guest}, ${preview.episode}, ${preview.time}`;
  card.append(text, who);
  document.body.append(card);
  link.setAttribute('aria-describedby', card.id);
  opener = link;
  const box = link.getBoundingClientRect();
  const width = card.offsetWidth;
  const left = Math.max(16, Math.min(box.left, document.documentElement.clientWidth - width - 16));
  const above = box.bottom + card.offsetHeight + 12 > innerHeight && box.top > card.offsetHeight + 12;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${(above ? box.top - card.offsetHeight - 8 : box.bottom + 8) + scrollY}px`;
}

function target(event: Event): HTMLAnchorElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('.cite > a:first-child') : null;
}

function isCard(target: EventTarget | null): boolean {
  return target instanceof Node && card?.contains(target) === true;
}

document.addEventListener('pointerover', (event) => {
  const link = event.pointerType === 'mouse' ? target(event) : null;
  if (isCard(event.target)) clearTimeout(timer);
  if (!link) return;
  clearTimeout(timer);
  timer = window.setTimeout(() => void open(link), DELAY_MS);
});
document.addEventListener('pointerout', (event) => {
  if (!target(event) && !isCard(event.target)) return;
  clearTimeout(timer);
  timer = window.setTimeout(close, DELAY_MS);
});
document.addEventListener('focusin', (event) => {
  const link = target(event);
  if (link?.matches(':focus-visible')) void open(link);
});
document.addEventListener('focusout', close);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') close();
});
