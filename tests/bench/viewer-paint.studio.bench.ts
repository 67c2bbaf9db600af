import type { Browser, Page } from "@playwright/test";
import { median, report, sizeFromEnv } from "./bench-kit.ts";
import { buildEmptyNext, serveEmptyNext } from "./empty-next.ts";
import { openOnPhone } from "./phone.ts";
import { publishedUniverse } from "./published-universe.ts";
import { benchDatabase, benchStack, openBrowser } from "./studio-kit.ts";

// A published universe on Lighthouse's phone, against a bare page of the same Next.js with the same pictures, in turns.
const rounds = sizeFromEnv("BENCH_ROUNDS", 5);
/** Milliseconds within which a tap is to be answered by a paint. */
const quick = 100;
const sql = benchDatabase();

interface ShownPicture {
  src: string;
  srcSet: string;
  sizes: string;
}

/** The pictures that stand in the page as it is sent to be loaded at once, as their elements name them. */
async function picturesOf(browser: Browser, address: string): Promise<ShownPicture[]> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(address);
  const pictures = await page.$$eval("[data-card] img[loading=eager]", (images) =>
    images.map((image) => ({
      src: image.getAttribute("src") ?? "",
      srcSet: image.getAttribute("srcset") ?? "",
      sizes: image.getAttribute("sizes") ?? "",
    })),
  );
  await page.close();
  return pictures;
}

/** A page that is nothing but these pictures, in the size in which the viewer shows them. */
async function buildBarePage(studio: string, pictures: ShownPicture[]) {
  const paths = pictures.flatMap(({ src, srcSet }) => [
    src,
    ...srcSet.split(", ").map((part) => part.split(" ")[0] ?? ""),
  ]);
  const files = paths.filter(Boolean).map(async (path) => {
    const answer = await fetch(new URL(path, studio));
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return [path, new Uint8Array(await answer.arrayBuffer())] as const;
  });
  const images = pictures.map((picture, place) => {
    const look = { width: "min(94vw, 58vh)", height: "auto", display: "block" };
    const priority = place === 0 ? "high" : "low";
    const given = { ...picture, alt: "", width: 1024, height: 1024, fetchPriority: priority, style: look };
    return `<img key="${place}" {...${JSON.stringify(given)}} />`;
  });
  return buildEmptyNext({
    // One beside the other, so that the first is alone on the screen.
    body: `<main style={{ display: "grid", gridAutoFlow: "column", gridAutoColumns: "100vw" }}>${images.join("")}</main>`,
    files: Object.fromEntries(await Promise.all(files)),
  });
}

/** What a child does first: lets it be heard, leafs on and back, changes the language. */
async function leaf(page: Page): Promise<void> {
  const main = page.getByRole("main");
  for (const turn of [1, 2, 2, 10, 20, 21]) {
    const spot = await main.locator(`button[data-turn="${turn}"]:visible`).first().boundingBox();
    if (!spot) throw new Error(`there is no button ${turn}`);
    // What looked for the button runs in the page too: it is over by now, and a bare touch runs nothing of its own.
    await page.waitForTimeout(300);
    await page.touchscreen.tap(spot.x + spot.width / 2, spot.y + spot.height / 2);
    // The next card is in its place, and its paint is noted.
    await page.waitForTimeout(700);
  }
  await page.keyboard.press("ArrowRight");
  await page.waitForTimeout(700);
}

const studio = benchStack().status.studioUrl;
const address = `${studio}/u/${await publishedUniverse(sql)}`;
const browser = await openBrowser();
const bare = await buildBarePage(studio, await picturesOf(browser, address));
try {
  const { url, child } = await serveEmptyNext(bare);
  const own: Awaited<ReturnType<typeof openOnPhone>>[] = [];
  const peer: typeof own = [];
  // Pictures are made in each size when they are first asked for.
  await openOnPhone(browser, address);
  for (let round = 0; round < rounds; round += 1) {
    own.push(await openOnPhone(browser, address));
    peer.push(await openOnPhone(browser, url));
  }
  const answers: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    answers.push(Math.max(...(await openOnPhone(browser, address, leaf)).answers));
  const middle = (samples: typeof own, key: "largest" | "blocked") => median(samples.map((one) => one[key]));
  report({
    name: "largest paint of /u/<slug> on a phone (peer: a bare Next.js page with the same pictures)",
    value: middle(own, "largest"),
    unit: "ms",
    peer: middle(peer, "largest"),
  });
  report({
    name: "blocked while /u/<slug> loads on a phone (peer: a bare Next.js page with the same pictures)",
    value: middle(own, "blocked"),
    unit: "ms",
    peer: middle(peer, "blocked"),
  });
  report({
    name: "slowest answer to a tap on /u/<slug> on a phone (peer: the goal)",
    value: median(answers),
    unit: "ms",
    peer: quick,
  });
  await child.stop();
} finally {
  await browser.close();
  bare.remove();
  await sql.end();
}
