import type { Kind } from '../kinds/define-kind.ts';
import { type AnyNode, type FieldLink, nodeId } from './node.ts';
import type { Path, YamlText } from './parse-yaml.ts';
import type { Prose } from './prose.ts';
import { walkFields } from './walk-fields.ts';

/** Where the values of a file were written. */
export type Places = Pick<YamlText, 'locate'>;

/**
 * A page of valid data, with the links and the prose in its fields. `base` is where its data stands in the file, `body`
 * the prose that is no field, `readProse` what turns the prose of a field into links and problems.
 */
export function completeNode(
  kind: Kind,
  slug: string,
  data: unknown,
  file: string,
  places: Places,
  base: Path,
  body: Prose | undefined,
  readProse: (path: Path, source: string) => Prose,
): AnyNode {
  const { title, aliases, summary, text } = data as {
    title?: string;
    aliases?: string[];
    summary?: string;
    text?: string;
  };
  const fieldLinks: FieldLink[] = [];
  const proses = body ? [body] : [];
  walkFields(kind.schema, data, {
    link: (link) => fieldLinks.push(link),
    prose: (path, source) => proses.push(readProse(path, source)),
  });
  return {
    kind: kind.name,
    slug,
    // An entry of a list has no title; it is named by what it says.
    title: kind.storage === 'list' ? text : title,
    aliases: aliases ?? [],
    ...(kind.storage === 'list' ? {} : { summary }),
    data,
    id: nodeId(kind.name, slug),
    file,
    get span() {
      return places.locate(base);
    },
    fieldLinks,
    proses,
    locate: (path: Path, part?: 'key' | 'value') => places.locate([...base, ...path], part),
  } as AnyNode;
}
