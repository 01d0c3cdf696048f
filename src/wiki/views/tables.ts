import { onceAside } from './once.ts';
import type { ViewContext } from './view-context.ts';

/** Parts by key, as plain data: what is computed of the whole archive and used a part at a time. */
export type Table<V = unknown> = ReadonlyMap<string, V>;

const tables = new Map<string, (context: ViewContext) => Table>();

/**
 * Defines a value computed of the whole archive, once a context. A page depends on the parts it asks for, by what stands in them (as JSON): an edit
 * that leaves a part as it was changes no page that shows it.
 */
export function defineTable<V>(
  name: string,
  make: (context: ViewContext) => Table<V>,
): (context: ViewContext, key: string) => V | undefined {
  const made = onceAside(make);
  tables.set(name, made);
  return (context, key) => {
    context.notes?.table(`${name} ${key}`);
    return made(context).get(key);
  };
}

const ofShape = new Set<string>();

/** The same for what is computed of the shape of the archive (`shape.ts`) and of nothing else: as long as that stays, nobody has to compute it to know that no part has changed. */
export function defineShapeTable<V>(
  name: string,
  make: (context: ViewContext) => Table<V>,
): (context: ViewContext, key: string) => V | undefined {
  ofShape.add(name);
  return defineTable(name, make);
}

/** Whether the part that a cell of the space `table` stands for stays while the shape of the archive does. */
export function isOfShape(key: string): boolean {
  return ofShape.has(key.slice(0, key.indexOf(' ')));
}

/** The part that a cell of the space `table` stands for; absent where there is none, or no longer such a table. */
export function tablePart(context: ViewContext, key: string): unknown {
  const end = key.indexOf(' ');
  return tables
    .get(key.slice(0, end))?.(context)
    .get(key.slice(end + 1));
}
