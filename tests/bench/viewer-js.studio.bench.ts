import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { root } from "../../supabase/local/config.ts";
import { report } from "./bench-kit.ts";
import {
  benchDatabase,
  benchStack,
  callStudio,
  openBrowser,
  signedIn,
  untilCompleted,
} from "./studio-kit.ts";

// JavaScript that a child's browser loads before the first swipe, against an empty page of the same Next.js.
const sql = benchDatabase();
const { token } = await signedIn();

async function publishedSlug(): Promise<string> {
  const draft = await callStudio<{ id: string; slug: string }>(token, "POST", "/api/drafts", {
    theme: "ocean",
    count: 3,
    pieces: ["image"],
  });
  const made = await callStudio<{ jobId: string }>(token, "POST", `/api/drafts/${draft.id}/generate`, {});
  await untilCompleted(sql, made.jobId);
  const job = await callStudio<{ jobId: string }>(token, "POST", `/api/drafts/${draft.id}/publish`, {
    visibility: "public",
  });
  await untilCompleted(sql, job.jobId);
  return draft.slug;
}

async function viewerKilobytes(slug: string): Promise<number> {
  const browser = await openBrowser();
  const page = await browser.newPage();
  const reading: Promise<number>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script")
      reading.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(`${benchStack().status.studioUrl}/u/${slug}`, { waitUntil: "networkidle" });
  const sizes = await Promise.all(reading);
  await browser.close();
  return sizes.reduce((a, b) => a + b, 0) / 1000;
}

/** Builds an empty App Router page and adds up the scripts that its HTML names. */
function emptyPageKilobytes(): number {
  const folder = mkdtempSync(join(root, "supabase", ".data-empty-next-"));
  try {
    mkdirSync(join(folder, "app"));
    writeFileSync(join(folder, "package.json"), '{"private":true}');
    writeFileSync(
      join(folder, "next.config.mjs"),
      `export default { turbopack: { root: ${JSON.stringify(root)} } };`,
    );
    writeFileSync(
      join(folder, "app", "layout.js"),
      "export default ({ children }) => <html><body>{children}</body></html>;",
    );
    writeFileSync(join(folder, "app", "page.js"), "export default () => <p>empty</p>;");
    const built = spawnSync(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (built.status !== 0) throw new Error(`the empty page did not build:\n${built.stdout}${built.stderr}`);
    const html = readFileSync(join(folder, ".next/server/app/index.html"), "utf8");
    const names = new Set(
      [...html.matchAll(/<script[^>]*src="\/_next\/([^"?]+\.js)[^>]*>/g)]
        .filter(([tag]) => !tag.toLowerCase().includes("nomodule"))
        .map((match) => match[1] ?? ""),
    );
    const sizes = [...names].map((name) => gzipSync(readFileSync(join(folder, ".next", name))).length);
    return sizes.reduce((a, b) => a + b, 0) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

report({
  name: "viewer JS before the first swipe, gzip (peer: an empty Next.js page)",
  value: await viewerKilobytes(await publishedSlug()),
  unit: "kB",
  peer: emptyPageKilobytes(),
});
await sql.end();
