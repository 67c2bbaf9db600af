import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { stack } from "../../e2e/setup/studio.ts";

/** What one visit of a universe came to. */
export interface VisitReport {
  cards: number;
  requests: number;
  /** Addresses asked for that are not of the studio itself. */
  elsewhere: string[];
  cookies: string[];
  /** What the browser keeps of the visit, other than its cache: names of what is stored. */
  stored: string[];
  /** What the page's security policy kept from loading or running. */
  violations: string[];
  /** Whether the script ran that was planted into the page. */
  hasPlantRun: boolean;
}

/** What a visit is like. */
export interface VisitWish {
  slug: string;
  browser: BrowserContextOptions;
  /** A script in the text of the page that tells on the child, as one would be that got in with a name or a text. */
  isPlanted: boolean;
  /** Whether the page comes with its security policy; without it is the control. */
  hasPolicy: boolean;
}

/** Nobody listens there. */
const spy = "http://127.0.0.1:9/spy";

/** Runs in place of what it is planted beside: tells another place, sets a cookie, and notes an identifier. */
const plant = `<script>window.planted = true; document.cookie = "child=7"; localStorage.setItem("child", "7");
  fetch(${JSON.stringify(spy)}).catch(() => {});</script><img src="data:," alt="" onerror="window.planted = true">`;

async function plantIn(page: Page, { slug, isPlanted, hasPolicy }: VisitWish): Promise<void> {
  if (!isPlanted) return;
  await page.route(`**/u/${slug}`, async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    if (!hasPolicy) delete headers["content-security-policy"];
    const text = (await response.text()).replace("</body>", `${plant}</body>`);
    await route.fulfill({ response, headers, body: text });
  });
}

/** Everything that a child can do before the gate: listen, see the film and the figure, change the language, leaf to the end. */
async function playWithAll(page: Page): Promise<number> {
  const seen = page.getByRole("progressbar", { name: "Cards seen" });
  await page.getByRole("listitem").locator("[data-card] img").waitFor();
  for (const name of ["Listen", "Deutsch", "English"]) {
    const button = page.getByRole("button", { name });
    if (await button.isVisible()) await button.click();
  }
  const cards = Number(await seen.getAttribute("aria-valuemax"));
  for (let place = 2; place <= cards; place += 1) {
    await page.keyboard.press("ArrowRight");
    await page.locator(`[role=progressbar][aria-valuenow="${place}"]`).waitFor();
  }
  await page.keyboard.press("ArrowRight");
  await page.getByRole("listitem").getByText("Well done, the end!").waitFor();
  return cards;
}

/** What pages can keep without being asked, by name. */
async function storedNames(): Promise<string[]> {
  const databases = await indexedDB.databases();
  const workers = await navigator.serviceWorker.getRegistrations();
  return [
    ...Object.keys(localStorage).map((name) => `localStorage ${name}`),
    ...Object.keys(sessionStorage).map((name) => `sessionStorage ${name}`),
    ...databases.map(({ name }) => `indexedDB ${name}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...workers.map(({ scope }) => `worker ${scope}`),
  ];
}

/** Visits a universe with a browser that is new, up to the gate and not through it, and notes all that leaves a trace. */
export async function visit(browser: Browser, wish: VisitWish): Promise<VisitReport> {
  const context = await browser.newContext({ locale: "en-GB", ...wish.browser });
  const report: VisitReport = {
    cards: 0,
    requests: 0,
    elsewhere: [],
    cookies: [],
    stored: [],
    violations: [],
    hasPlantRun: false,
  };
  const own = new URL(stack.status.studioUrl);
  const ask = (address: string) => {
    const { protocol, host } = new URL(address);
    if (protocol === "data:" || protocol === "blob:") return;
    report.requests += 1;
    if (host !== own.host) report.elsewhere.push(address);
  };
  context.on("request", (request) => ask(request.url()));
  context.on("response", async (response) => {
    const header = await response.headerValue("set-cookie").catch(() => null);
    if (header) report.cookies.push(header);
  });
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) report.violations.push(message.text());
  });
  const page = await context.newPage();
  page.on("websocket", (socket) => ask(socket.url()));
  try {
    await plantIn(page, wish);
    await page.goto(`${own.origin}/u/${wish.slug}`);
    report.cards = await playWithAll(page);
    report.hasPlantRun = await page.evaluate(() => "planted" in window);
    report.stored = await page.evaluate(storedNames);
    report.cookies.push(...(await context.cookies()).map(({ name }) => name));
  } finally {
    await context.close();
  }
  return report;
}
