/** One file as it came from disk. `path` is relative to the content folder, with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}
