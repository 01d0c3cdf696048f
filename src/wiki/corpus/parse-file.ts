import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { FILE_START } from '../diagnostics/diagnostic.ts';
import type { Kind } from '../kinds/define-kind.ts';
import { allKinds, kindByFolder } from '../kinds/index.ts';
import { isSlug, slugify } from '../text/slug.ts';
import { normaliseSource, type SourceText, sourceText } from '../text/source-text.ts';
import { suggest } from '../text/suggest.ts';
import { checkSchema } from './check-schema.ts';
import { type AnyNode, type FieldLink, type NodeId, nodeId } from './node.ts';
import { parseProse } from './parse-prose.ts';
import { type Path, parseYaml, type YamlText } from './parse-yaml.ts';
import type { Prose } from './prose.ts';
import type { SourceFile } from './source-file.ts';
import { walkFields } from './walk-fields.ts';

/** A page that could not be read, with the names it is known to have: links to it are not at fault. */
export interface BrokenPage {
  id: NodeId;
  names: string[];
}

export interface ParsedFile {
  nodes: AnyNode[];
  diagnostics: Diagnostic[];
  broken: BrokenPage[];
}

const FILE_NAME = /^([^/]+)\/(.+)\.(md|mdx|ya?ml)$/;
/** Front matter: a line of three hyphens, YAML, and another such line. The Markdown parser must see the same. */
const FRONT_MATTER = /^---\n([\s\S]*?)(?<=\n)--- *(?:\n|$)/;

/** One file of text → nodes with positions, and the links written in them. Never throws. */
export function parseFile(file: SourceFile): ParsedFile {
  const name = FILE_NAME.exec(file.path);
  const kind = name ? kindByFolder.get(name[1] as string) : undefined;
  if (!name || !kind) return misplaced(file);
  const extension = name[3] as string;
  const wantsList = kind.storage === 'list';
  if (wantsList !== extension.startsWith('y')) {
    const hint = wantsList ? `use .yaml: ${kind.many} are lists` : 'use .md or .mdx';
    return problem(file.path, 'misplaced-file', `a ${kind.one} is not kept in a .${extension} file`, hint);
  }
  const slug = name[2] as string;
  if (!isSlug(slug)) {
    const better = slugify(slug);
    return problem(
      file.path,
      'bad-file-name',
      `\`${slug}\` cannot be an address`,
      better ? `rename the file to \`${better}.${extension}\`` : 'use lower-case letters, digits and hyphens',
    );
  }
  const source = sourceText(normaliseSource(file.text));
  return wantsList
    ? parseList(file.path, kind, slug, source)
    : parsePage(file.path, kind, slug, source, extension as 'md' | 'mdx');
}

function problem(file: string, code: string, message: string, hint: string): ParsedFile {
  return { nodes: [], diagnostics: [{ code, severity: 'error', file, span: FILE_START, message, hint }], broken: [] };
}

function misplaced(file: SourceFile): ParsedFile {
  const folder = file.path.includes('/') ? (file.path.split('/')[0] as string) : '';
  const folders = allKinds.map((kind) => kind.folder);
  const near = folder ? suggest(folder, folders) : undefined;
  const message = folder ? `no kind of page is kept in \`${folder}/\` in such a file` : 'no kind of page is kept here';
  return problem(
    file.path,
    'misplaced-file',
    message,
    near && near !== folder ? `did you mean \`${near}/\`?` : `the folders are ${folders.join(', ')}`,
  );
}

function parsePage(file: string, kind: Kind, slug: string, source: SourceText, format: 'md' | 'mdx'): ParsedFile {
  const match = FRONT_MATTER.exec(source.text);
  if (!match) {
    const message = source.text.startsWith('---\n') ? 'the front matter is not closed' : 'the page has no front matter';
    const hint = 'begin the file with a line `---`, the keys, and a line `---`';
    return {
      ...problem(file, 'unreadable-front-matter', message, hint),
      broken: [{ id: nodeId(kind.name, slug), names: [] }],
    };
  }
  const start = source.text.indexOf('\n') + 1;
  const yaml = parseYaml(file, source, start, start + (match[1] as string).length);
  const broken = [{ id: nodeId(kind.name, slug), names: namesIn(yaml.data) }];
  if (yaml.diagnostics.length > 0) return { nodes: [], diagnostics: yaml.diagnostics, broken };
  const checked = checkSchema(kind.schema, yaml.data ?? {}, yaml, file);
  if (!checked.data) return { nodes: [], diagnostics: checked.diagnostics, broken };
  const data = checked.data as { title: string; aliases?: string[]; summary?: string };
  const body = parseProse(source.text, format, [], source.position);
  const node = { kind: kind.name, slug, title: data.title, aliases: data.aliases ?? [], summary: data.summary, data };
  return { nodes: [complete(node, kind, file, yaml, [], [body])], diagnostics: [], broken: [] };
}

/** The names a page gives itself, even when the rest of it is faulty. */
function namesIn(data: unknown): string[] {
  const { title, aliases } = (data ?? {}) as { title?: unknown; aliases?: unknown };
  return [title, ...(Array.isArray(aliases) ? aliases : [])].filter((name) => typeof name === 'string');
}

function parseList(file: string, kind: Kind, folder: string, source: SourceText): ParsedFile {
  const yaml = parseYaml(file, source, 0, source.text.length);
  const whole = { id: nodeId(kind.name, `${folder}/`), names: [] };
  if (yaml.diagnostics.length > 0) return { nodes: [], diagnostics: yaml.diagnostics, broken: [whole] };
  if (yaml.data === null || yaml.data === undefined) return { nodes: [], diagnostics: [], broken: [] };
  if (!Array.isArray(yaml.data)) {
    return {
      ...problem(file, 'wrong-value', `${kind.many} should be a list`, 'begin each entry with `- id:`'),
      broken: [whole],
    };
  }
  const nodes: AnyNode[] = [];
  const diagnostics: Diagnostic[] = [];
  const broken: BrokenPage[] = [];
  yaml.data.forEach((item: unknown, index) => {
    const checked = checkSchema(kind.schema, item, yaml, file, [index]);
    diagnostics.push(...checked.diagnostics);
    if (!checked.data) {
      broken.push({ id: nodeId(kind.name, `${folder}/${(item as { id?: unknown } | null)?.id}`), names: [] });
      return;
    }
    const data = checked.data as { id: string; text: string };
    const node = { kind: kind.name, slug: `${folder}/${data.id}`, title: data.text, aliases: [], data };
    nodes.push(complete(node, kind, file, yaml, [index], []));
  });
  return { nodes, diagnostics, broken };
}

/** Adds links, prose and places to a node whose data is valid. */
function complete(
  node: { kind: string; slug: string; title: string; aliases: string[]; summary?: string; data: unknown },
  kind: Kind,
  file: string,
  yaml: YamlText,
  base: Path,
  proses: Prose[],
): AnyNode {
  const fieldLinks: FieldLink[] = [];
  walkFields(kind.schema, node.data, {
    link: (link) => fieldLinks.push(link),
    prose(path, text) {
      const place = [...base, ...path];
      proses.push(parseProse(text, 'md', path, yaml.positions(place) ?? (() => yaml.locate(place).start)));
    },
  });
  return {
    ...node,
    id: nodeId(kind.name, node.slug),
    file,
    span: yaml.locate(base),
    fieldLinks,
    proses,
    locate: (path, part) => yaml.locate([...base, ...path], part),
  } as AnyNode;
}
