/** While a work of this name is under way, who asks for it again waits for the same one. */
export function openOnce<Result>() {
  const underWay = new Map<string, Promise<Result>>();
  return (name: string, work: () => Promise<Result>): Promise<Result> => {
    const running = underWay.get(name);
    if (running) return running;
    const started = work().finally(() => {
      if (underWay.get(name) === started) underWay.delete(name);
    });
    underWay.set(name, started);
    return started;
  };
}
