/** What a reader set on the page, kept in its address, so that it can be sent. */
export function readState(key: string): string | null {
  return new URLSearchParams(location.search).get(key);
}

/** Writes without a new entry in the history; an empty value leaves the key out. */
export function writeState(key: string, value: string): void {
  const address = new URL(location.href);
  if (value) address.searchParams.set(key, value);
  else address.searchParams.delete(key);
  // Commas and colons need no escape in a query and read better without.
  history.replaceState(history.state, '', address.href.replaceAll('%2C', ',').replaceAll('%3A', ':'));
}
