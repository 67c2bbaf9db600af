import { randomUUID } from "node:crypto";
import { fetchPicture, visibleDifference } from "../fixtures/pictures.ts";
import { noteArrivals, readArrivals } from "./setup/arrivals.ts";
import { panelOf } from "./setup/deck.ts";
import { addressOf, expectFullPictures } from "./setup/pictures.ts";
import { noteRequests } from "./setup/requests.ts";
import { anybody, expect, test } from "./setup/test.ts";

test("a new educator makes the ocean, mends a card, publishes it and opens the link", async ({
  browserOf,
}) => {
  const page = await browserOf(anybody);
  await noteArrivals(page);
  const requests = noteRequests(page);

  await test.step("signs up", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Make a universe" }).click();
    await page.getByRole("link", { name: "Create an account" }).click();
    await page.getByRole("textbox", { name: "Your name" }).fill("Nora");
    await page.getByRole("textbox", { name: "E-mail address" }).fill(`nora-${randomUUID()}@studio.test`);
    await page.getByLabel("Password").filter({ visible: true }).fill("five-little-fish");
    await page.getByRole("button", { name: "Create my account" }).click();
    await expect(page.getByRole("heading", { name: "New universe" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Account of Nora" })).toBeVisible();
  });

  const cards = page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
  const pictures = cards.getByRole("img");

  await test.step("sees ten cards arrive one by one without asking for them", async () => {
    await page.getByRole("group", { name: "What is it about?" }).getByText("The ocean").click();
    await expect(page.getByRole("radio", { name: "The ocean" })).toBeChecked();
    await expect(page.getByRole("slider", { name: "Number of cards" })).toHaveValue("10");
    // Films take seconds each, and are tried elsewhere.
    await page.getByRole("group", { name: "What to make" }).getByText("Films").click();
    await expect(page.getByRole("checkbox", { name: "Films" })).not.toBeChecked();
    const before = requests.reads();
    await page.getByRole("button", { name: "Make everything at once" }).click();
    await expect(page.getByRole("heading", { name: "The ocean" })).toBeVisible();
    await expect(page.getByText("10 pictures of 10")).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("status").filter({ hasText: "Live" })).toBeVisible();
    await expect(page.getByText("Ready", { exact: true })).toBeVisible();

    const { names, pictures: seen, progress } = await readArrivals(page);
    expect(names[0]).toBeGreaterThan(0);
    expect(seen).toEqual(seen.toSorted((one, other) => one - other));
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)).toBe(10);
    expect(new Set(progress).size).toBeGreaterThan(5);

    // One look when the channel opened, and one after each long silence of a slow machine; nothing by the clock.
    const looks = requests.occasions("realtime:draft:");
    expect(looks).toBeGreaterThan(0);
    const reads = Object.entries(requests.reads());
    expect(reads.filter(([path, times]) => times - (before[path] ?? 0) > looks)).toEqual([]);
  });

  await test.step("finds ten different things with large pictures and names in five languages", async () => {
    await expect(cards).toHaveCount(10);
    const names = await cards.getByRole("heading").allTextContents();
    expect(new Set(names).size).toBe(10);
    for (const language of ["fr", "es", "it", "de"])
      await expect(cards.first().locator(`dd[lang=${language}]`)).toHaveText(/\p{L}{2}/u);
    await expectFullPictures(pictures);
  });

  await test.step("corrects the words of one card and gets another picture under the same name", async () => {
    const card = cards.first();
    const name = (await card.getByRole("heading").textContent()) ?? "";
    const before = await addressOf(card.getByRole("img"));
    await card.getByRole("button", { name: `New picture for ${name}` }).click();
    const panel = panelOf(page);
    await expect(panel.getByRole("button", { name: /^Make it again/ })).toBeFocused();
    const words = panel.getByRole("textbox", { name: "What the picture shows" });
    await words.fill(`A ${name} at night in a snowy winter forest`);
    await panel.getByRole("button", { name: /^Make it again/ }).click();
    const pathOf = (address: string) => new URL(address).pathname;
    await expect
      .poll(async () => pathOf(await addressOf(card.getByRole("img"))), { timeout: 60_000 })
      .not.toBe(pathOf(before));
    await expectFullPictures(card.getByRole("img"));
    await expect(card.getByRole("heading")).toHaveText(name);
    await panel.getByRole("button", { name: "Close the card" }).click();
    const after = await addressOf(card.getByRole("img"));
    const [one, other] = await Promise.all([fetchPicture(before), fetchPicture(after)]);
    expect(await visibleDifference(one.bytes, other.bytes)).toBeGreaterThan(12);
  });

  await test.step("publishes it for everyone and opens the link", async () => {
    await expect(page.getByText("Ready", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish for children" });
    await expect(dialog.getByRole("radio", { name: "Everyone" })).toBeChecked();
    await dialog.getByRole("button", { name: "Publish" }).click();
    const done = page.getByRole("dialog", { name: "It is published" });
    const address = await done.getByRole("textbox", { name: "Address of the universe" }).inputValue();
    const opening = page.waitForEvent("popup");
    await done.getByRole("link", { name: "Open" }).click();
    const viewer = await opening;
    await expect(viewer).toHaveURL(address);
    await expect(viewer.getByRole("progressbar", { name: "Cards seen" })).toHaveAttribute(
      "aria-valuemax",
      "10",
    );
    await expectFullPictures(viewer.getByRole("listitem").getByRole("presentation"));
  });
});
