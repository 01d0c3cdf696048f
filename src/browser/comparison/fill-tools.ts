/** Choices that repeat what stands on the page are taken from it: guests to put side by side, criteria to hide. */
export function fillTools(): void {
  const guests = [...document.querySelectorAll<HTMLElement>('.guest')];
  for (const select of document.querySelectorAll('[data-tool="guests"] select')) {
    select.append(
      ...guests.map((guest) => new Option(guest.querySelector('h3 a')?.textContent ?? '', guest.id.slice(2))),
    );
  }
  const rows = [...document.querySelectorAll('.matrix tbody > tr')];
  document.querySelector('[data-tool="matrix"] fieldset')?.append(
    ...rows.map((row) => {
      const box = document.createElement('input');
      Object.assign(box, { type: 'checkbox', name: 'show', value: row.id.slice(2), checked: true });
      const label = document.createElement('label');
      label.append(box, ` ${row.querySelector('th a')?.textContent}`);
      return label;
    }),
  );
}
