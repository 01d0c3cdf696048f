/** The page that holds every claim once: this one, or one fetched when a reader first wants to see claims. */
let pending: Promise<Document> | undefined;

export function record(): Promise<Document> {
  if (document.querySelector('.guest-record')) return Promise.resolve(document);
  pending ??= loadDocument('record/');
  // A line that broke may be back at the next try.
  pending.catch(() => {
    pending = undefined;
  });
  return pending;
}

/** A page of ours, read by the browser itself: nothing in it runs. */
function loadDocument(address: string): Promise<Document> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.responseXML) done(request.responseXML);
      else fail(new Error(`the claims answer ${request.status}`));
    };
    request.onerror = () => fail(new Error('the claims cannot be had'));
    request.send();
  });
}

/** Puts claims where the page offers to read them; without them the offer stays a link to where they are. */
export async function openClaims(within: ParentNode): Promise<void> {
  const offers = [...within.querySelectorAll<HTMLAnchorElement>('.more > a')];
  if (offers.length === 0) return;
  const claims = await record();
  for (const offer of offers) {
    const held = claims.getElementById(decodeURIComponent(offer.hash.slice(1)));
    if (!held || !offer.isConnected) continue;
    if (held.matches('.chips')) {
      const list = document.createElement('ul');
      const ids = [...held.querySelectorAll('a')].map((link) => decodeURIComponent(link.hash.slice(1)));
      list.append(...ids.flatMap((id) => copyOf(claims, id) ?? []));
      offer.parentElement?.replaceWith(list);
    } else {
      const parts = [...held.querySelectorAll(':scope > .note, :scope > ul')].map((part) => named(part));
      offer.parentElement?.replaceWith(...parts);
    }
  }
}

/** A claim with the name of who said it in front. */
export function copyOf(claims: Document, id: string): HTMLElement | undefined {
  const said = claims.getElementById(id);
  const who = said?.closest<HTMLElement>('[data-who]')?.dataset.who;
  if (!said || !who) return undefined;
  const copy = named(said);
  const name = document.createElement('span');
  name.className = 'who';
  name.textContent = `${who} `;
  copy.prepend(name);
  return copy;
}

/** A copy for this page: ids stay unique, so the copy remembers of what it is one. */
function named(part: Element): HTMLElement {
  const copy = document.importNode(part, true) as HTMLElement;
  for (const one of [copy, ...copy.querySelectorAll<HTMLElement>('[id]')]) {
    if (!one.id) continue;
    one.dataset.of = one.id;
    one.removeAttribute('id');
  }
  return copy;
}
