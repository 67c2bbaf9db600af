/** Ways in which a command is told to end. */
export interface Interrupt {
  /** Aborted at the first request to end. */
  signal: AbortSignal;
  /** Settles at that moment. */
  requested: Promise<void>;
}

/**
 * Listens for Ctrl-C, SIGTERM, a closed terminal and the death of the process that started us. One press of Ctrl-C can
 * arrive twice (from the terminal and forwarded by the boot script); a second press, a second later, gives up waiting
 * and ends at once, whereupon the leashes end the children.
 */
export function onInterrupt(): Interrupt {
  const controller = new AbortController();
  let first = 0;
  const requested = new Promise<void>((done) => {
    const ask = () => {
      if (first === 0) {
        first = Date.now();
        controller.abort();
        done();
      } else if (Date.now() - first > 1000) process.exit(130);
    };
    process.on("SIGINT", ask);
    process.on("SIGTERM", ask);
    process.on("SIGHUP", ask);
    process.on("disconnect", ask);
  });
  return { signal: controller.signal, requested };
}
