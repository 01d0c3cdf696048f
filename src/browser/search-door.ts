/** Opens the search palette: `/`, Ctrl+K or Cmd+K, or the link in the masthead. What it needs is loaded then. */
const link = document.querySelector<HTMLAnchorElement>('a.search-link');

function open(): void {
  import('./search/palette.ts').then(
    ({ openPalette }) => openPalette(),
    // Without it the page does the same.
    () => link && location.assign(link.href),
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
    open();
  });
  document.addEventListener('keydown', (event) => {
    const isShortcut = event.key.toLowerCase() === 'k' && (event.metaKey || event.ctrlKey) && !event.altKey;
    const isSlash = event.key === '/' && !event.metaKey && !event.ctrlKey && !event.altKey && !isTyping(event.target);
    if (!isShortcut && !isSlash) return;
    event.preventDefault();
    // On the search page there is a box already.
    const box = document.querySelector<HTMLInputElement>('#search-box');
    if (box) box.focus();
    else open();
  });
}
