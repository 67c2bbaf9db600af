import { createServer } from "node:http";
import sharp from "sharp";
import { freshWord } from "../fixtures/fresh-word.ts";
import { putUniverse } from "../fixtures/shown-universe.ts";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator } from "./setup/people.ts";
import { sql, stack } from "./setup/studio.ts";
import { anybody, expect, test } from "./setup/test.ts";

let slug: string;
let word: string;

test.beforeAll("a universe in two languages stands on the shelf", async () => {
  const nora = await newEducator();
  word = freshWord();
  const picture = new Uint8Array(
    await sharp({ create: { width: 256, height: 256, channels: 3, background: "#2a9d8f" } })
      .webp()
      .toBuffer(),
  );
  const names = ["fox", "owl", "bee", "snail"].map((en) => ({ en, de: `${en} auf Deutsch` }));
  slug = await putUniverse({ sql, ...stack.status }, nora.id, {
    name: `Forest ${word}`,
    languages: ["en", "de"],
    cover: picture,
    cards: names.map((each) => ({ names: each, picture, color: "#2a9d8f" })),
  });
});

test("a teacher finds a universe by its words, hands it out and prints it", async ({ browserOf }) => {
  const page = await browserOf(anybody);
  await page.goto("/explore");
  await page.getByRole("searchbox", { name: "Search" }).fill(`snails ${word.toUpperCase()}`);
  await page.getByRole("searchbox", { name: "Search" }).press("Enter");
  await expect(page).toHaveURL(/snails/);
  const results = page.locator("main");
  await expect(results.getByText("1 universe", { exact: true })).toBeVisible();
  const tile = results.getByRole("link", { name: `Forest ${word}` });
  await expect(tile).toHaveAttribute("href", `/u/${slug}`);
  const picture = results.locator(`li:has(a[href="/u/${slug}"]) img`).first();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
  await results.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(/language=fr/);
  await expect(results.getByText("nothing found", { exact: true })).toBeVisible();
  await results.getByRole("link", { name: "Search in everything" }).click();
  await expect(tile).toBeVisible();
  await expectNoBarriers(page);

  await page.goto(`/u/${slug}/share`);
  const address = new URL(`/u/${slug}`, page.url()).href;
  await expect(page.getByRole("img", { name: `QR code that leads to ${address}` })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Address of the universe" })).toHaveValue(address);
  await expect(page.getByRole("textbox", { name: "Code for your website" })).toHaveValue(
    new RegExp(`<iframe src="[^"]+/embed/${slug}"`),
  );

  await page.getByRole("link", { name: "Choose and print" }).click();
  await page.waitForURL("**/print");
  await expect(page.getByText("2 sheets of A4")).toBeVisible();
  await page.getByRole("combobox", { name: "Second language" }).selectOption("de");
  await expect(page.getByText("owl auf Deutsch")).toBeVisible();
  await page.getByRole("combobox", { name: "Cards on a sheet" }).selectOption("9");
  await expect(page.getByText("1 sheet of A4")).toBeVisible();
  await expectNoBarriers(page);
  // Chromium tells how many sheets come out of the printer.
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});

test("the shelf is searched, narrowed and left without scripts", async ({ browserOf, noise }) => {
  noise.expect(/^csp GET .*\.js$/);
  const page = await browserOf(anybody, { javaScriptEnabled: false });
  await page.goto("/explore");
  await page.getByRole("searchbox", { name: "Search" }).fill(word);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  const results = page.locator("main");
  const tile = results.getByRole("link", { name: `Forest ${word}` });
  await expect(tile).toBeVisible();
  await results.getByRole("link", { name: "Français" }).click();
  await expect(page).toHaveURL(/language=fr/);
  await expect(tile).toHaveCount(0);
  await results.getByRole("link", { name: "Search in everything" }).click();
  await tile.click();
  await expect(page).toHaveURL(`/u/${slug}`);
});

test("another website shows the cards and no way out of them, and no other page of the studio", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/frame-ancestors/);
  noise.expect(/^net::ERR_BLOCKED_BY_RESPONSE GET .*\/sign-in$/);
  const studio = stack.status.studioUrl;
  const server = createServer((_, response) =>
    response
      .setHeader("content-type", "text/html")
      .end(`<iframe title="cards" src="${studio}/embed/${slug}" width="800" height="640"></iframe>
        <iframe title="studio" src="${studio}/sign-in"></iframe>`),
  ).listen(0, "127.0.0.1");
  // Ends with the test run, however the test ends.
  server.unref();
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as { port: number };
  const page = await browserOf(anybody);
  await page.goto(`http://127.0.0.1:${port}/`);
  const cards = page.frameLocator('[title="cards"]');
  await expect(cards.getByRole("listitem").getByRole("paragraph")).toHaveText("fox");
  // The scripts are at work: the echo of the picture is theirs.
  await expect(cards.getByRole("listitem").locator("img")).toHaveCount(2);
  await cards.getByRole("button", { name: "Next card" }).click();
  await expect(cards.getByRole("listitem").getByRole("paragraph")).toHaveText("owl");
  await expect(cards.getByRole("link")).toHaveCount(0);
  await expect(cards.getByRole("button", { name: "For grown-ups" })).toHaveCount(0);
  await expect(
    page.frameLocator('[title="studio"]').getByRole("heading", { name: "Welcome back" }),
  ).toHaveCount(0);
});

test("what a browser offers before the scripts have come is offered to an adult below the shelf", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/**/*.js", (route) => held.promise.then(() => route.continue()));
  await page.goto("/explore", { waitUntil: "domcontentloaded" });
  const isHeldBack = await page.evaluate(() => {
    const offer = new Event("beforeinstallprompt", { cancelable: true });
    window.dispatchEvent(offer);
    return offer.defaultPrevented;
  });
  expect(isHeldBack).toBe(true);
  held.resolve();
  await expect(page.getByRole("heading", { level: 2, name: "Install as an app" })).toBeVisible();
  await expectNoBarriers(page);
});
