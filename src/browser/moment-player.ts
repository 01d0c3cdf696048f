/** Plays in place. Nothing is loaded from outside before the reader presses play. */
customElements.define(
  'moment-player',
  class extends HTMLElement {
    connectedCallback(): void {
      const link = this.querySelector<HTMLAnchorElement>('.play');
      link?.addEventListener('click', (event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        const { medium, source = '', at = '0' } = this.dataset;
        const title = document.title;
        let player: HTMLIFrameElement | HTMLMediaElement;
        if (medium === 'youtube') {
          const frame = document.createElement('iframe');
          frame.src = `https://www.youtube-nocookie.com/embed/${encodeURIComponent(source)}?start=${at}&autoplay=1`;
          frame.allow = 'autoplay; encrypted-media; picture-in-picture; fullscreen';
          frame.referrerPolicy = 'strict-origin-when-cross-origin';
          player = frame;
        } else {
          const media = document.createElement(medium === 'video' ? 'video' : 'audio');
          media.src = `${source.split('#')[0]}#t=${at}`;
          media.controls = true;
          media.autoplay = true;
          player = media;
        }
        player.title = title;
        for (const time of document.querySelectorAll('.moment-time .tc')) time.classList.add('playing');
        link.replaceWith(player);
        player.focus();
      });
    }
  },
);
