/** Tells the person at the terminal what happens, one line for each step with its time. */
export interface Progress {
  /** Runs one step. Its result may be a note to show behind the name. */
  step<T>(name: string, work: () => Promise<T>, note?: (result: T) => string | undefined): Promise<T>;
  line(text: string): void;
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Progress on a stream: a terminal shows the running step in place; elsewhere (CI, a pipe) a step that takes long is
 * announced, and mentioned again every fifteen seconds.
 */
export function createProgress(out: NodeJS.WriteStream = process.stdout): Progress {
  const live = out.isTTY === true;
  async function step<T>(
    name: string,
    work: () => Promise<T>,
    note: (result: T) => string | undefined = () => undefined,
  ) {
    const since = performance.now();
    const announce = () =>
      out.write(live ? `\r\u001b[K  … ${name}  ${seconds(since)}` : `  … ${name} (${seconds(since)})\n`);
    if (live) announce();
    const first = setTimeout(announce, live ? 200 : 2000);
    const again = setInterval(announce, live ? 200 : 15_000);
    const end = (mark: string, text = "") => {
      clearTimeout(first);
      clearInterval(again);
      out.write(
        `${live ? "\r\u001b[K" : ""}  ${mark} ${name.padEnd(26)} ${seconds(since).padStart(7)}${text ? `  ${text}` : ""}\n`,
      );
    };
    try {
      const result = await work();
      end("✓", note(result));
      return result;
    } catch (error) {
      end("✗");
      throw error;
    }
  }
  return { step, line: (text) => out.write(`${text}\n`) };
}

/** Progress that says nothing, for tests that start a stack of their own. */
export const silent: Progress = { step: (_name, work) => work(), line: () => {} };
