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

/** The same for what is made of the shape of the archive (`shape.ts`) and of nothing else: plain data, kept from build to build. */
export function onceOfShape<V>(name: string, make: (context: ViewContext) => V): (context: ViewContext) => V {
  return onceAside((context) => {
    const { shape, memory, base } = context;
    return shape === undefined
      ? make(context)
      : memory.of(`shape ${name}`, memory.digest(shape, base), () => make(context));
  });
}
