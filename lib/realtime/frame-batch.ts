/** A hidden tab paints no frames; what came is handed on after this time at the latest. */
const latestMs = 1000;

/** Collects what arrives and hands it on once per frame, so that a burst costs one rendering. */
export function createFrameBatch<Item>() {
  let items: Item[] = [];
  let handle: ((items: Item[]) => void) | null = null;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function unschedule(): void {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    timer = undefined;
  }

  function flush(): void {
    unschedule();
    const full = items;
    items = [];
    if (full.length > 0) handle?.(full);
  }

  return {
    add(item: Item): void {
      items.push(item);
      if (timer !== undefined) return;
      frame = requestAnimationFrame(flush);
      timer = setTimeout(flush, latestMs);
    },
    /** Says who takes what is collected; call the answer to stop. */
    open(take: (items: Item[]) => void): () => void {
      handle = take;
      return () => {
        handle = null;
        unschedule();
        items = [];
      };
    },
  };
}
