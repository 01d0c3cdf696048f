/** Opens the search palette: `/`, Ctrl+K or Cmd+K, or the link in the masthead. What it needs is loaded then. */
const link = document.querySelector<HTMLAnchorElement>('a.search-link');

let dialog: HTMLDialogElement | undefined;

/** A box to type into at once; the palette makes more of it as soon as it is there, and Enter leads to the search page until then. */
function makeDialog(page: string): HTMLDialogElement {
  const made = document.createElement('dialog');
  made.className = 'palette';
  made.ariaLabel = 'Search';
  const form = document.createElement('form');
  form.action = page;
  const box = document.createElement('input');
  box.name = 'q';
  box.type = 'search';
  box.ariaLabel = 'Search';
  // A search box would empty itself first.
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    made.close();
    // The browser would take the focus out of it with the next frame only, and a slash before that would be typed into nothing.
    box.blur();
  });
  form.append(box);
  made.append(form);
  document.body.append(made);
  return made;
}

function open(page: string): void {
  dialog ??= makeDialog(page);
  if (!dialog.open) dialog.showModal();
  const [place, box] = [dialog, dialog.querySelector('input')];
  box?.focus();
  box?.select();
  import('./search/palette.ts').then(
    ({ openPalette }) => openPalette(place),
    // Without it the page does the same.
    () => location.assign(box?.value ? `${page}?${new URLSearchParams({ q: box.value })}` : page),
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

if (link) {
  link.addEventListener('click', (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.ariaCurrent) return;
    event.preventDefault();
    open(link.href);
  });
  document.addEventListener('keydown', (event) => {
    const isShortcut = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey;
    const isSlash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    // On the search page there is a box already.
    const box = document.querySelector<HTMLInputElement>('#search-box');
    if (box) box.focus();
    else open(link.href);
  });
}
