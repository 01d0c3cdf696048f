import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { FILE_START } from '../diagnostics/diagnostic.ts';
import type { Kind } from '../kinds/define-kind.ts';
import { allKinds, kindByFolder } from '../kinds/index.ts';
import { isSlug, slugify } from '../text/slug.ts';
import { normaliseSource, type SourceText, sourceText } from '../text/source-text.ts';
import { suggest } from '../text/suggest.ts';
import { checkSchema } from './check-schema.ts';
import { completeNode } from './complete-node.ts';
import { type AnyNode, type NodeId, nodeId } from './node.ts';
import { parseProse } from './parse-prose.ts';
import { type Path, parseYaml, type YamlText } from './parse-yaml.ts';
import type { Prose } from './prose.ts';
import { placesInField } from './prose-places.ts';
import type { SourceFile } from './source-file.ts';

/** A page that could not be read. Links to it are not at fault, nor is a page that only it may link to. */
export interface BrokenPage {
  id: NodeId;
  /** The names it is known to have. */
  names: string[];
  /** What was written in it. */
  text: string;
}

export interface ParsedFile {
  nodes: AnyNode[];
  diagnostics: Diagnostic[];
  broken: BrokenPage[];
}

export const FILE_NAME = /^([^/]+)\/(.+)\.(md|mdx|ya?ml)$/;
/** Front matter: a line of three hyphens, YAML, and another such line. The Markdown parser must see the same. */
export const FRONT_MATTER = /^---\n([\s\S]*?)(?<=\n)--- *(?:\n|$)/;

/** One file of text → nodes with positions, and the links written in them. Never throws. */
export function parseFile(file: SourceFile): ParsedFile {
  const source = sourceText(normaliseSource(file.text));
  const parsed = parseSource(file, source);
  const lost = source.text.indexOf(LOST);
  if (lost !== -1) parsed.diagnostics.push(lostCharacter(file.path, source, lost));
  return parsed;
}

/** The replacement character: what a decoder puts where bytes are no UTF-8 (The Unicode Standard, 3.9). */
const LOST = '\uFFFD';

function lostCharacter(file: string, source: SourceText, at: number): Diagnostic {
  return {
    code: 'lost-character',
    severity: 'error',
    file,
    span: source.span(at, at + 1),
    message: 'a character was lost here: the file is not UTF-8, or the text was damaged before',
    hint: 'write the character again and save the file as UTF-8',
  };
}

function parseSource(file: SourceFile, source: SourceText): ParsedFile {
  const name = FILE_NAME.exec(file.path);
  const kind = name ? kindByFolder.get(name[1] as string) : undefined;
  if (!name || !kind) return misplaced(file.path, name ?? undefined, source);
  const slug = name[2] as string;
  const extension = name[3] as string;
  const wantsList = kind.storage === 'list';
  if (wantsList !== extension.startsWith('y')) {
    const message = `a ${kind.one} is not kept in a .${extension} file`;
    const hint = wantsList ? `use .yaml: ${kind.many} are lists` : 'use .md or .mdx';
    return unread(file.path, 'misplaced-file', message, hint, brokenPage(kind, slug, source));
  }
  if (!isSlug(slug)) {
    const better = slugify(slug);
    const hint = better
      ? `rename the file to \`${better}.${extension}\``
      : 'use lower-case letters, digits and hyphens';
    const broken = brokenPage(kind, better || slug, source, [slug]);
    return unread(file.path, 'bad-file-name', `\`${slug}\` cannot be an address`, hint, broken);
  }
  return wantsList
    ? parseList(file.path, kind, slug, source)
    : parsePage(file.path, kind, slug, source, extension as 'md' | 'mdx');
}

/** A file of which nothing is kept. */
function unread(file: string, code: string, message: string, hint: string, broken?: BrokenPage): ParsedFile {
  const diagnostic: Diagnostic = { code, severity: 'error', file, span: FILE_START, message, hint };
  return { nodes: [], diagnostics: [diagnostic], broken: broken ? [broken] : [] };
}

function misplaced(path: string, name: RegExpExecArray | undefined, source: SourceText): ParsedFile {
  const folder = path.includes('/') ? (path.split('/')[0] as string) : '';
  const folders = allKinds.map((kind) => kind.folder);
  const near = folder ? suggest(folder, folders) : undefined;
  const message = folder ? `no kind of page is kept in \`${folder}/\` in such a file` : 'no kind of page is kept here';
  const hint = near && near !== folder ? `did you mean \`${near}/\`?` : `the folders are ${folders.join(', ')}`;
  const kind = kindByFolder.get(near ?? '');
  const broken = name && kind ? brokenPage(kind, name[2] as string, source) : undefined;
  return unread(path, 'misplaced-file', message, hint, broken);
}

/** What can be known of a page in a file that is not read as one. */
function brokenPage(kind: Kind, slug: string, source: SourceText, names: string[] = []): BrokenPage {
  const match = FRONT_MATTER.exec(source.text);
  const written = /^title:(.*)$/m.exec(match?.[1] ?? '')?.[1]?.trim();
  const title = written && (/^(["'])(.+)\1$/.exec(written)?.[2] ?? written);
  return {
    id: nodeId(kind.name, kind.storage === 'list' ? `${slug}/` : slug),
    names: title ? [...names, title] : names,
    text: source.text,
  };
}

function parsePage(file: string, kind: Kind, slug: string, source: SourceText, format: 'md' | 'mdx'): ParsedFile {
  const match = FRONT_MATTER.exec(source.text);
  if (!match) {
    const message = source.text.startsWith('---\n') ? 'the front matter is not closed' : 'the page has no front matter';
    const hint = 'begin the file with a line `---`, the keys, and a line `---`';
    return unread(file, 'unreadable-front-matter', message, hint, brokenPage(kind, slug, source));
  }
  const start = source.text.indexOf('\n') + 1;
  const yaml = parseYaml(file, source, start, start + (match[1] as string).length);
  const known = brokenPage(kind, slug, source);
  const broken = [{ ...known, names: [...known.names, ...namesIn(yaml.data)] }];
  if (yaml.diagnostics.length > 0) return { nodes: [], diagnostics: yaml.diagnostics, broken };
  const checked = checkSchema(kind.schema, yaml.data ?? {}, yaml, file);
  if (!checked.data) return { nodes: [], diagnostics: checked.diagnostics, broken };
  const body = parseProse(source.text, format, [], source.position);
  const node = completeNode(kind, slug, checked.data, file, yaml, [], body, proseOf(yaml, []));
  return { nodes: [node], diagnostics: [], broken: [] };
}

/** The names a page gives itself, even when the rest of it is faulty. */
function namesIn(data: unknown): string[] {
  const { title, aliases } = (data ?? {}) as { title?: unknown; aliases?: unknown };
  return [title, ...(Array.isArray(aliases) ? aliases : [])].filter((name) => typeof name === 'string');
}

function parseList(file: string, kind: Kind, folder: string, source: SourceText): ParsedFile {
  const yaml = parseYaml(file, source, 0, source.text.length);
  const whole = brokenPage(kind, folder, source);
  if (yaml.diagnostics.length > 0) return { nodes: [], diagnostics: yaml.diagnostics, broken: [whole] };
  if (yaml.data === null || yaml.data === undefined) return { nodes: [], diagnostics: [], broken: [] };
  if (!Array.isArray(yaml.data)) {
    return unread(file, 'wrong-value', `${kind.many} should be a list`, 'begin each entry with `- id:`', whole);
  }
  const nodes: AnyNode[] = [];
  const diagnostics: Diagnostic[] = [];
  const broken: BrokenPage[] = [];
  yaml.data.forEach((item: unknown, index) => {
    const checked = checkSchema(kind.schema, item, yaml, file, [index]);
    diagnostics.push(...checked.diagnostics);
    if (!checked.data) {
      // An entry without an id may be any that is linked to.
      const id = nodeId(kind.name, `${folder}/${(item as { id?: unknown } | null)?.id ?? ''}`);
      broken.push({ id, names: [], text: yaml.written([index]) });
      return;
    }
    const { id } = checked.data as { id: string };
    nodes.push(
      completeNode(kind, `${folder}/${id}`, checked.data, file, yaml, [index], undefined, proseOf(yaml, [index])),
    );
  });
  return { nodes, diagnostics, broken };
}

/** Reads the prose of a field, with places in the file. */
function proseOf(yaml: YamlText, base: Path): (path: Path, source: string) => Prose {
  return (path, source) =>
    parseProse(
      source,
      'md',
      path,
      placesInField(() => yaml, base, path),
    );
}
