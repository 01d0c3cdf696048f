/** An element with attributes and children. Text stays text: nothing that content says becomes markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export function makeButton(
  words: string,
  press: () => void,
  attributes: Record<string, string> = {},
): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'plain', ...attributes }, words);
  button.addEventListener('click', press);
  return button;
}
