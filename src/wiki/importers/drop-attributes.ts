/** Code, which stays as it is, or attributes as kramdown writes them behind a link or a block: `{:target="_blank"}`. */
const CODE_OR_ATTRIBUTES = /(^(```|~~~)[\s\S]*?(?:^\2|(?![\s\S]))|`+[^`\n]+`+)|\{:[^{}\n]{0,300}\}/gm;

/** Markdown without kramdown's attributes, which no other reader of Markdown takes for anything but text. */
export function dropAttributes(body: string): string {
  return body.replace(CODE_OR_ATTRIBUTES, (_, code: string | undefined) => code ?? '');
}
