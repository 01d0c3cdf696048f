/** Plays in place. Neither the player nor anything from outside is loaded before the reader presses play. */
customElements.define(
  'moment-player',
  class extends HTMLElement {
    connectedCallback(): void {
      this.addEventListener('click', (event) => {
        const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.play, a.tc') : null;
        if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        import('./player.ts').then(
          (player) => player.play(this, link),
          // Without the player the link does what a link does.
          () => location.assign(link.href),
        );
      });
    }
  },
);
