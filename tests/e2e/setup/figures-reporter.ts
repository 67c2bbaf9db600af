import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { type BrowserFigures, noFigures } from "./noise.ts";

/** Prints at the end, as one JSON line, what the pages of all tests asked for and what their security policy stopped. */
export default class FiguresReporter implements Reporter {
  #sums = { ...noFigures };

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description = "{}" } of annotations) {
      if (type !== "figures") continue;
      const figures: BrowserFigures = JSON.parse(description);
      for (const name of Object.keys(this.#sums) as (keyof BrowserFigures)[])
        this.#sums[name] += figures[name];
    }
  }

  onEnd(): void {
    console.log(JSON.stringify({ run: "browser", ...this.#sums }));
  }
}
