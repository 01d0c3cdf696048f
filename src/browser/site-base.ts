/** Path the site is served under, as the masthead's link has it. */
export function siteBase(): string {
  const link = document.querySelector<HTMLAnchorElement>('a.search-link');
  return link ? new URL('../', link.href).pathname : '/';
}
