import type { BrowserContext } from "@playwright/test";

/** What a browser complained about while a test ran. */
export interface Noise {
  /** Listens to every page of a browser, those that open later too. */
  listenTo(context: BrowserContext): void;
  /** Says that this complaint belongs to the test. */
  expect(complaint: RegExp): void;
  unexpected(): string[];
}

/** Collects console errors, uncaught errors, failed requests and answers of 400 and above. */
export function openNoise(): Noise {
  const heard: string[] = [];
  const expected: RegExp[] = [];
  return {
    listenTo(context) {
      context.on("console", (message) => {
        // The console repeats failed requests without saying which.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          heard.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) =>
        heard.push(`uncaught: ${error.error().message || error.error().name} on ${error.page()?.url()}`),
      );
      context.on("response", (response) => {
        if (response.status() >= 400)
          heard.push(`${response.status()} ${response.request().method()} ${response.url()}`);
      });
      context.on("requestfailed", (request) => {
        const reason = request.failure()?.errorText ?? "";
        // A browser drops what a page asked for when the page is left.
        if (reason !== "net::ERR_ABORTED") heard.push(`${reason} ${request.method()} ${request.url()}`);
      });
    },
    expect: (complaint) => void expected.push(complaint),
    unexpected: () => heard.filter((complaint) => !expected.some((pattern) => pattern.test(complaint))),
  };
}
