/** Light, dark, or as the system has it: the choice stays on this device. */
customElements.define(
  'theme-switch',
  class extends HTMLElement {
    connectedCallback(): void {
      this.hidden = false;
      this.firstElementChild?.addEventListener('click', () => {
        const root = document.documentElement;
        const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
        const next = (root.dataset.theme ?? system) === 'dark' ? 'light' : 'dark';
        if (next === system) delete root.dataset.theme;
        else root.dataset.theme = next;
        try {
          if (next === system) localStorage.removeItem('theme');
          else localStorage.setItem('theme', next);
        } catch {
          // Storage may be forbidden; the choice then holds for this page.
        }
      });
    }
  },
);
