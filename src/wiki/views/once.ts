import type { ViewContext } from './view-context.ts';

/** Makes a value at the first question of a context, and answers the same one from then on: one a key. */
export function onceEach<K extends string, V>(
  name: string,
  make: (context: ViewContext, key: K) => V,
): (context: ViewContext, key: K) => V {
  const space = `once ${name}`;
  const known = new WeakMap<ViewContext, Map<K, { value: V; cell: number }>>();
  return (context, key) => {
    let values = known.get(context);
    if (!values) {
      values = new Map();
      known.set(context, values);
    }
    const { reads } = context;
    let one = values.get(key);
    if (!one) {
      const fresh = () => make(context, key);
      one = reads ? reads.once(space, key, fresh) : { value: fresh(), cell: 0 };
      values.set(key, one);
    }
    reads?.note(one.cell);
    return one.value;
  };
}

/** The same for what there is one of, made of the whole archive: whoever uses it says what of it matters (`ViewContext.notes`). */
export function onceAside<V>(make: (context: ViewContext) => V): (context: ViewContext) => V {
  const known = new WeakMap<ViewContext, V>();
  return (context) => {
    let value = known.get(context);
    if (value === undefined) {
      const fresh = () => make(context);
      value = context.reads ? context.reads.aside(fresh) : fresh();
      known.set(context, value);
    }
    return value;
  };
}

/** The same for what is made of the shape of the archive (`shape.ts`) and of nothing else. */
export function onceOfShape<V>(name: string, make: (context: ViewContext) => V): (context: ViewContext) => V {
  return onceAside((context) => ofShape(context, name, () => make(context)));
}

/**
 * A value made of the shape of the archive, of the texts given as `also`, and of nothing else: plain data, kept from build to build. Nothing is
 * noted while it is made.
 */
export function ofShape<V>(context: ViewContext, name: string, make: () => V, also: readonly string[] = []): V {
  const { reads, shape, memory, base } = context;
  const fresh = () => (reads ? reads.aside(make) : make());
  if (shape === undefined) return fresh();
  return memory.of(`shape ${name}`, memory.digest(shape, base, ...also), fresh);
}
