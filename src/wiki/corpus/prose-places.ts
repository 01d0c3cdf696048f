import type { Position, Span } from '../text/source-text.ts';
import type { Path, YamlText } from './parse-yaml.ts';

/** Offset in the source of a prose → place in the file; for `end`, the place behind the character before. */
export type PositionOf = (offset: number, edge?: 'start' | 'end') => Position;

/** Where something stands in the source of a prose, in UTF-16 code units from 0; `to` is behind its last. */
export type Range = readonly [from: number, to: number];

export function spanOfRange([from, to]: Range, positionOf: PositionOf): Span {
  return { start: positionOf(from), end: positionOf(to, 'end') };
}

/** Places of the prose in a field of a page that begins at `base`. YAML that was read without places is read again for the first of them, and only then. */
export function placesInField(yamlOf: () => YamlText, base: Path, field: Path): PositionOf {
  let known: PositionOf | undefined;
  const find = (): PositionOf => {
    const [yaml, path] = [yamlOf(), [...base, ...field]];
    return yaml.positions(path) ?? (() => yaml.locate(path).start);
  };
  return (offset, edge) => {
    known ??= find();
    return known(offset, edge);
  };
}
