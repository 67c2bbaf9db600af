import type { BrowserContext, Request } from "@playwright/test";

/** Counts of what pages asked for, and of what their security policy kept from loading or running. */
export interface BrowserFigures {
  pages: number;
  requests: number;
  /** To anything that is not on this machine. */
  requestsElsewhere: number;
  policyViolations: number;
  /** Live sockets that a test cut, whose page it then held against the database. */
  droppedSockets: number;
}

/** Before anything has happened. */
export const noFigures: BrowserFigures = {
  pages: 0,
  requests: 0,
  requestsElsewhere: 0,
  policyViolations: 0,
  droppedSockets: 0,
};

const isHere = (address: string) => {
  const { protocol, hostname } = new URL(address);
  return protocol === "data:" || protocol === "blob:" || hostname === "localhost" || hostname === "127.0.0.1";
};

/** What a browser complained about while a test ran. */
export interface Noise {
  /** Listens to every page of a browser, those that open later too. */
  listenTo(context: BrowserContext): void;
  /** Says that this complaint belongs to the test. */
  expect(complaint: RegExp): void;
  unexpected(): string[];
  /** What the pages of this browser did, for the figures at the end of a run. */
  figures: BrowserFigures;
}

/**
 * Whether it asks for a picture of the shelf of all universes. Tests that run beside take theirs back, or hide them, after
 * the page has named their pictures; what the shelf shows of one's own is looked at by the tests of Explore.
 */
function isOnShelf(request: Request): boolean {
  if (request.resourceType() !== "image" || request.serviceWorker()) return false;
  const isPublished = new URL(request.url()).pathname.startsWith("/media/");
  return isPublished && ["/", "/explore"].includes(new URL(request.frame().url()).pathname);
}

/** Collects console errors, uncaught errors, failed requests and answers of 400 and above. */
export function openNoise(): Noise {
  const heard: string[] = [];
  const expected: RegExp[] = [];
  const ofOthers = new WeakSet<Request>();
  const figures = { ...noFigures };
  return {
    figures,
    listenTo(context) {
      context.on("page", () => {
        figures.pages += 1;
      });
      context.on("request", (request) => {
        figures.requests += 1;
        if (!isHere(request.url())) figures.requestsElsewhere += 1;
        if (isOnShelf(request)) ofOthers.add(request);
      });
      context.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) figures.policyViolations += 1;
        // The console repeats failed requests without saying which.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
          heard.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) =>
        heard.push(`uncaught: ${error.error().message || error.error().name} on ${error.page()?.url()}`),
      );
      context.on("response", (response) => {
        if (response.status() === 404 && ofOthers.has(response.request())) return;
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
