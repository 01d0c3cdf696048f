/** Narrows the lists of an index page as one types, by what rows say and by the names in `data-name`. Without it the list is whole. */
customElements.define(
  'list-filter',
  class extends HTMLElement {
    connectedCallback(): void {
      this.hidden = false;
      const input = this.querySelector('input');
      const output = this.querySelector('output');
      const rows = [...document.querySelectorAll<HTMLElement>('li[data-name]')];
      const groups = [...document.querySelectorAll<HTMLElement>('.letter')];
      const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
      const names = rows.map((row) => fold(`${row.dataset.name} ${row.textContent}`));
      input?.addEventListener('input', () => {
        const words = fold(input.value).split(/\s+/).filter(Boolean);
        let shown = 0;
        rows.forEach((row, index) => {
          row.hidden = !words.every((word) => names[index]?.includes(word));
          if (!row.hidden) shown++;
        });
        for (const group of groups) group.hidden = !group.querySelector('li[data-name]:not([hidden])');
        if (output) output.textContent = words.length > 0 ? `${shown} of ${rows.length}` : '';
      });
    }
  },
);
