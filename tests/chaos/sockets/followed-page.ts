import type { Browser, BrowserContext, Page, WebSocketRoute } from "@playwright/test";
import { drawnDraft } from "../../e2e/setup/drawn.ts";
import { newEducator } from "../../e2e/setup/people.ts";
import { sql, stack } from "../../e2e/setup/studio.ts";

/** The page of a draft, open in a browser whose network can be taken away. */
export interface FollowedPage {
  /** Takes away Realtime alone, or all of the network; sockets that are open end. Gives how many did. */
  cut(what: "sockets" | "network"): Promise<number>;
  /** From now on sockets and requests come through again. */
  mend(): Promise<void>;
  /** Takes away the API for good, so that nothing can be read anew. */
  silenceApi(): Promise<void>;
  untilLive(): Promise<void>;
  /** Gives all cards other names, as any other writer of the database could. */
  rename(word: string): Promise<void>;
  /** Waits until the page shows what the database has; false when that takes longer. */
  isEqualWithin(milliseconds: number): Promise<boolean>;
  close(): Promise<void>;
}

async function signIn(context: BrowserContext): Promise<string> {
  const nora = await newEducator();
  const { email, password } = nora;
  const answer = await context.request.post(`${stack.status.studioUrl}/api/login`, {
    data: { email, password },
  });
  if (!answer.ok()) throw new Error(`the sign-in answered ${answer.status()}`);
  return (await drawnDraft(nora)).id;
}

/** Runs in the page: whether its cards have these names, in this order, and there are no others. */
function showsNames(wanted: string[]): boolean {
  const shown = [...document.querySelectorAll("main li h2")].map(({ textContent }) => textContent);
  return JSON.stringify(shown) === JSON.stringify(wanted);
}

/** Opens a fresh draft of two cards with their names on screen, live unless Realtime is away from the beginning. */
export async function openFollowedPage(browser: Browser, isRealtimeOff = false): Promise<FollowedPage> {
  const context = await browser.newContext({ locale: "en-GB", reducedMotion: "reduce" });
  const draftId = await signIn(context);
  const page: Page = await context.newPage();
  const sockets = new Set<WebSocketRoute>();
  let isCut = isRealtimeOff;
  await page.routeWebSocket(/\/realtime\/v1\//, (socket) => {
    if (isCut) return void socket.close();
    sockets.add(socket);
    socket.connectToServer();
  });

  async function namesKept(): Promise<string[]> {
    const cards = await sql`
      select t.name from public.draft_assets a join public.draft_asset_translations t on t.asset_id = a.id and t.language = 'en'
      where a.draft_id = ${draftId} order by a.sort_order`;
    return cards.map(({ name }) => name);
  }

  const followed: FollowedPage = {
    async cut(what) {
      isCut = true;
      if (what === "network") await context.setOffline(true);
      const open = [...sockets];
      sockets.clear();
      for (const socket of open) await socket.close();
      return open.length;
    },
    async mend() {
      isCut = false;
      await context.setOffline(false);
    },
    silenceApi: async () => void (await page.route("**/api/**", (route) => route.abort())),
    untilLive: () => page.locator("[data-live=live]").first().waitFor({ timeout: 90_000 }),
    async rename(word) {
      await sql`
        update public.draft_asset_translations t set name = ${word} || ' ' || a.sort_order from public.draft_assets a
        where t.asset_id = a.id and t.language = 'en' and a.draft_id = ${draftId}`;
    },
    async isEqualWithin(milliseconds) {
      const wanted = await namesKept();
      return page.waitForFunction(showsNames, wanted, { timeout: milliseconds }).then(
        () => true,
        () => false,
      );
    },
    close: () => context.close(),
  };
  await page.goto(`${stack.status.studioUrl}/drafts/${draftId}`);
  await page.locator("main li h2").first().waitFor();
  return followed;
}
