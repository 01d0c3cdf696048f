/** Code, which stays as it is; a comment; or the mark of a block, at the end of a line or on one of its own. */
const CODE_OR_MARK =
  /(^(```|~~~)[\s\S]*?(?:^\2|(?![\s\S]))|`+[^`\n]+`+)|%%(?:(?!%%)[\s\S])*%%|(?:^|[ \t]+)\^[A-Za-z0-9-]+[ \t]*$/gm;

/** Markdown without what Obsidian never shows: comments between `%%`, and marks of blocks (`^id`). */
export function dropMarks(body: string): string {
  return body.replace(CODE_OR_MARK, (_, code: string | undefined) => code ?? '');
}
