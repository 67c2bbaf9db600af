import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { WebSocketServer } from "ws";
import { percentile, report } from "./bench-kit.ts";
import {
  benchDatabase,
  benchStack,
  callStudio,
  openBrowser,
  signedIn,
  untilCompleted,
} from "./studio-kit.ts";

// From the commit of a changed row to the changed text in the page. Both clocks are this machine's.
const rounds = 60;
const sql = benchDatabase();
const browser = await openBrowser();

/** Makes the page note the moment at which a text that starts with "mark-" appears. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: Record<string, number> = {};
    Object.assign(window, { seen });
    const note = (text: string | null) => {
      for (const mark of text?.match(/mark-\d+/g) ?? [])
        seen[mark] ??= performance.timeOrigin + performance.now();
    };
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        note(target.textContent);
        for (const node of addedNodes) note(node.textContent);
      }
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
}

async function latency(page: Page, change: (mark: string) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const mark = `mark-${round}`;
    await change(mark);
    const committed = performance.timeOrigin + performance.now();
    const handle = await page.waitForFunction(
      (wanted) => (window as unknown as { seen: Record<string, number> }).seen[wanted],
      mark,
    );
    samples.push(Math.max(0, Number(await handle.jsonValue()) - committed));
    await pause(30);
  }
  return samples.slice(10);
}

async function bareFloor(): Promise<number[]> {
  const server = createServer((_, response) =>
    response.setHeader("content-type", "text/html").end(`<body><p id=t></p><script>
      new WebSocket("ws://" + location.host).onmessage = ({data}) => { t.textContent = JSON.parse(data).record.name }
    </script>`),
  ).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const sockets = new WebSocketServer({ server });
  const listening = await sql.listen("bench_dom", (payload) => {
    for (const socket of sockets.clients) socket.send(payload);
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await watch(page);
  const samples = await latency(page, (mark) =>
    sql.notify("bench_dom", JSON.stringify({ record: { name: mark } })),
  );
  await page.close();
  await listening.unlisten();
  sockets.close();
  server.close();
  return samples;
}

const { token } = await signedIn();
const draft = await callStudio<{ id: string }>(token, "POST", "/api/drafts", {
  theme: "farm",
  count: 3,
  pieces: ["image"],
});
const job = await callStudio<{ jobId: string }>(token, "POST", `/api/drafts/${draft.id}/generate`, {});
await untilCompleted(sql, job.jobId);

const floor = await bareFloor();
const page = await browser.newPage();
await page.request.post(`${benchStack().status.studioUrl}/api/login`, {
  data: { email: "educator@studio.test", password: "magikswipe-demo" },
});
await page.goto(`${benchStack().status.studioUrl}/drafts/${draft.id}`);
await page.locator("[data-live=live]").first().waitFor();
await watch(page);
const samples = await latency(
  page,
  (mark) => sql`
    update public.draft_asset_translations set name = ${mark}
    where asset_id = (select id from public.draft_assets where draft_id = ${draft.id} order by sort_order limit 1)`,
);
for (const [label, share] of [
  ["p50", 0.5],
  ["p95", 0.95],
] as const)
  report({
    name: `row change -> DOM change, ${label} (peer: NOTIFY -> socket -> bare page)`,
    value: percentile(samples, share),
    unit: "ms",
    peer: percentile(floor, share),
  });
await browser.close();
await sql.end();
