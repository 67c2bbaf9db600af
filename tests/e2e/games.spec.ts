import type { Locator, Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { shelvedUniverse } from "./setup/shelf.ts";
import { anybody, expect, test } from "./setup/test.ts";

let slug: string;

test.beforeAll("five cards that nobody has spoken are published", async () => {
  slug = await shelvedUniverse({ count: 5 });
});

const dialog = (page: Page) => page.getByRole("dialog");
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true });
/** The choices of a game, in their order. */
const choice = (page: Page, at: number) => dialog(page).locator(`[data-turn="${at}"]`);
const nameOf = async (tile: Locator) => (await tile.getAttribute("aria-label")) ?? "";

test("a child finds with the keys what is asked for: a wrong choice is only greyed, and nobody learns of it", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.addInitScript(() => localStorage.setItem("viewer-settings", '{"second":"de","isQuiet":true}'));
  await page.goto(`/u/${slug}`);
  await expect(page.getByRole("listitem").getByRole("paragraph")).toHaveText(["fox", "Fuchs"]);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  });
  await button(page, "Games").press("Enter");
  await expect(button(page, "Listen and find")).toBeFocused();
  await expectNoBarriers(page);
  await page.keyboard.press("Enter");
  await expect(button(page, "Easy")).toBeFocused();
  await page.keyboard.press("Enter");

  const round = dialog(page).getByRole("progressbar", { name: "Questions" });
  const said = dialog(page).getByRole("status");
  const found = new Set<string>();
  for (let at = 1; at <= 4; at += 1) {
    await expect(round).toHaveAttribute("aria-valuenow", String(at));
    await expect(choice(page, 0)).toBeFocused();
    // It is quiet here, so the name is written.
    const wanted = (await dialog(page).getByRole("paragraph").first().textContent()) ?? "";
    const isFirst = (await nameOf(choice(page, 0))) === wanted;
    if (at === 1) {
      await expectNoBarriers(page);
      const other = choice(page, isFirst ? 1 : 0);
      if (isFirst) await page.keyboard.press("ArrowRight");
      await expect(other).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(said).toHaveText(`That is: ${await nameOf(other)}`);
      await expect(other).toHaveAttribute("aria-disabled", "true");
      await expect(round).toHaveAttribute("aria-valuenow", "1");
      await page.keyboard.press(isFirst ? "ArrowLeft" : "ArrowRight");
    } else if (!isFirst) await page.keyboard.press("ArrowRight");
    await expect(choice(page, isFirst ? 0 : 1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(said).toHaveText(`Yes! ${wanted}`);
    found.add(wanted);
  }
  await expect(dialog(page).getByRole("heading", { name: "Well done!" })).toBeVisible();
  expect(found.size).toBe(4);
  await expect(button(page, "Again!")).toBeFocused();
  await expectNoBarriers(page);
  expect(sent).toEqual([]);
  // What an adult has chosen is all that is kept.
  const kept = await page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }));
  expect(kept).toEqual(["viewer-settings"]);

  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute("aria-valuenow", "1");
});

test("a child with one switch looks at all cards, and then finds the pairs", async ({ browserOf }) => {
  const page = await browserOf(anybody, { reducedMotion: "reduce" });
  await page.addInitScript(() => localStorage.setItem("viewer-settings", '{"scanSeconds":2,"isQuiet":true}'));
  await page.clock.install();
  await page.goto(`/u/${slug}`);
  // The part that offers comes with a file of its own.
  await expect.poll(() => page.locator("main [data-turn]:focus").count()).toBe(1);
  await page.clock.pauseAt(Date.now() + 3_600_000);
  /** Waits until it is offered, and presses the switch. */
  const take = async (wanted: Locator) => {
    await expect(wanted).toBeVisible();
    const isOffered = () => wanted.evaluate((element) => element === document.activeElement);
    for (let turn = 0; turn < 20 && !(await isOffered()); turn += 1) await page.clock.runFor(2000);
    await expect(wanted).toBeFocused();
    await page.keyboard.press(" ");
  };
  await take(button(page, "Games"));
  await take(button(page, "Find the pairs"));
  await take(button(page, "Easy"));

  await expect(choice(page, 5)).toBeVisible();
  const labels: string[] = [];
  for (let at = 0; at < 6; at += 1) labels.push(await nameOf(choice(page, at)));
  const names = labels.map((label) => label.split(": ")[1] ?? "");
  expect(new Set(names).size).toBe(3);
  await take(button(page, "I have seen them!"));
  await expect(choice(page, 0)).toHaveAccessibleName("Card 1");

  const found = dialog(page).getByRole("progressbar", { name: "Pairs found" });
  for (const [at, name] of [...new Set(names)].entries()) {
    await take(choice(page, names.indexOf(name)));
    await expect(choice(page, names.indexOf(name))).toHaveAccessibleName(
      `Card ${names.indexOf(name) + 1}: ${name}`,
    );
    await take(choice(page, names.lastIndexOf(name)));
    await expect(found).toHaveAttribute("aria-valuenow", String(at + 1));
  }
  const end = dialog(page).getByRole("heading", { name: "Well done!" });
  await expect
    .poll(async () => {
      await page.clock.runFor(500);
      return end.isVisible();
    })
    .toBe(true);
});
