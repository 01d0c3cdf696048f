/** A button beside each form that copies it; addresses get the host on which the page is read, where none is known. */
for (const share of document.querySelectorAll<HTMLDetailsElement>('.share')) {
  share.addEventListener('toggle', () => mount(share), { once: true });
}

function mount(share: HTMLElement): void {
  const { path } = share.dataset;
  for (const form of share.querySelectorAll('pre')) {
    if (path) {
      const addresses = new RegExp(
        `(^|[\\s"({])(${path.replace(/[.*+?^$()[\]{}|\\]/g, '\\$&')}(?:claims|embed)/)`,
        'gm',
      );
      form.textContent = (form.textContent ?? '').replace(addresses, `$1${location.origin}$2`);
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = 'Copy';
    button.addEventListener('click', () => void copy(form, button));
    form.after(button);
  }
}

async function copy(form: HTMLElement, button: HTMLButtonElement): Promise<void> {
  try {
    await navigator.clipboard.writeText(form.textContent ?? '');
    button.textContent = 'Copied';
  } catch {
    getSelection()?.selectAllChildren(form);
    button.textContent = 'Selected; copy by hand';
  }
}
