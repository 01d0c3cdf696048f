/** Works through items in lanes that run side by side, each with a page (or whatever `open` opens) of its own: browsers mostly wait. */
export async function sideBySide<Item, Lane>(
  items: Iterable<Item>,
  open: () => Promise<Lane>,
  work: (lane: Lane, item: Item) => Promise<void>,
  lanes = 4,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      if (left.length === 0) return;
      const lane = await open();
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(lane, item);
    }),
  );
}
