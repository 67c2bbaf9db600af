import type { Page, WebSocketRoute } from "@playwright/test";
import { drawnDraft } from "./setup/drawn.ts";
import { newEducator, type Person } from "./setup/people.ts";
import { sql } from "./setup/studio.ts";
import { expect, test } from "./setup/test.ts";
import { type MadeDraft, newDraft, startGeneration } from "./setup/universes.ts";

let nora: Person;
let draft: MadeDraft;

test.beforeAll("Nora has two cards", async () => {
  nora = await newEducator();
  draft = await drawnDraft(nora);
});

/** Gives the first card another English name, as any other writer of the database could. */
const rename = (name: string) => sql`
  update public.draft_asset_translations set name = ${name} where language = 'en' and asset_id = (
    select id from public.draft_assets where draft_id = ${draft.id} order by sort_order limit 1)`;

const line = (page: Page) => page.getByRole("main").getByRole("status");
const firstCard = (page: Page) => page.getByRole("main").getByRole("listitem").getByRole("heading").first();

async function openDraft(page: Page): Promise<void> {
  await page.goto(`/drafts/${draft.id}`);
  await expect(line(page)).toHaveText("Live");
}

test("two tabs of the same draft both show a change as it happens", async ({ browserOf }) => {
  const page = await browserOf(nora);
  const tab = await page.context().newPage();
  await Promise.all([openDraft(page), openDraft(tab)]);
  await rename("Sea serpent");
  await expect(firstCard(page)).toHaveText("Sea serpent");
  await expect(firstCard(tab)).toHaveText("Sea serpent");
});

test("a draft being made moves in the list of drafts of another tab", async ({ browserOf }) => {
  const page = await browserOf(nora);
  const making = await newDraft(nora, { name: "The tiny ocean", count: 1 });
  await page.goto("/drafts");
  const tile = page.getByRole("listitem").filter({ hasText: "The tiny ocean" });
  await expect(line(page)).toHaveText("Live");
  await expect(tile.getByText("Draft", { exact: true })).toBeVisible();
  await startGeneration(nora, making.id);
  await expect(tile.getByText("Ready", { exact: true })).toBeVisible();
});

test("a page without network says so, and equals the database when the network is back", async ({
  browserOf,
  noise,
}) => {
  noise.expect(/^net::ERR_INTERNET_DISCONNECTED /);
  noise.expect(/WebSocket connection to .* failed/);
  const page = await browserOf(nora);
  await openDraft(page);
  await page.context().setOffline(true);
  await expect(line(page)).toHaveText("Offline");
  await rename("Submarine");
  await page.context().setOffline(false);
  await expect(firstCard(page)).toHaveText("Submarine");
  await expect(line(page)).toHaveText("Live");
});

test("a page whose socket was cut catches up by asking, and is live again when the socket is back", async ({
  browserOf,
  noise,
}) => {
  const page = await browserOf(nora);
  const sockets: WebSocketRoute[] = [];
  let isCut = false;
  await page.routeWebSocket(/\/realtime\/v1\//, (socket) => {
    sockets.push(socket);
    if (isCut) socket.close();
    else socket.connectToServer();
  });
  await openDraft(page);
  isCut = true;
  for (const socket of sockets) await socket.close();
  noise.figures.droppedSockets += sockets.length;
  await expect(line(page)).toHaveText("Catching up");
  await rename("Diving bell");
  await expect(firstCard(page)).toHaveText("Diving bell");

  isCut = false;
  await expect(line(page)).toHaveText("Live", { timeout: 30_000 });
  await rename("Lighthouse");
  await expect(firstCard(page)).toHaveText("Lighthouse");
});
