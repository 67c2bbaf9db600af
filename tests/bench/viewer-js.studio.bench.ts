import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { report } from "./bench-kit.ts";
import { buildEmptyNext } from "./empty-next.ts";
import { publishedUniverse } from "./published-universe.ts";
import { benchDatabase, benchStack, openBrowser } from "./studio-kit.ts";

// JavaScript that a child's browser loads before the first swipe, against an empty page of the same Next.js.
const sql = benchDatabase();

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

/** Adds up the scripts that the HTML of an empty App Router page names. */
function emptyPageKilobytes(): number {
  const { folder, remove } = buildEmptyNext();
  try {
    const html = readFileSync(join(folder, ".next/server/app/index.html"), "utf8");
    const names = new Set(
      [...html.matchAll(/<script[^>]*src="\/_next\/([^"?]+\.js)[^>]*>/g)]
        .filter(([tag]) => !tag.toLowerCase().includes("nomodule"))
        .map((match) => match[1] ?? ""),
    );
    const sizes = [...names].map((name) => gzipSync(readFileSync(join(folder, ".next", name))).length);
    return sizes.reduce((a, b) => a + b, 0) / 1000;
  } finally {
    remove();
  }
}

report({
  name: "viewer JS before the first swipe, gzip (peer: an empty Next.js page)",
  value: await viewerKilobytes(await publishedUniverse(sql)),
  unit: "kB",
  peer: emptyPageKilobytes(),
});
await sql.end();
