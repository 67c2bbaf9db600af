import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { root } from "../../supabase/local/config.ts";
import { type Child, launch } from "../../supabase/local/supervisor.ts";
import { nextProgram } from "../../supabase/local/web/build.ts";

/** An App Router page that says one word, built by the same version of Next.js. */
export interface EmptyNext {
  /** Where it was built. */
  folder: string;
  remove(): void;
}

/** What stands in the page instead of one word, and the files that it asks for, by their paths. */
interface PageWish {
  body?: string;
  files?: Record<string, Uint8Array>;
}

/** Builds the page. Throws what the build said when it fails. */
export function buildEmptyNext({ body = "<p>empty</p>", files = {} }: PageWish = {}): EmptyNext {
  const folder = mkdtempSync(join(root, "supabase", ".data-empty-next-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
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
  writeFileSync(join(folder, "app", "page.js"), `export default () => ${body};`);
  for (const [path, bytes] of Object.entries(files)) {
    const file = join(folder, "public", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  const built = spawnSync(process.execPath, [nextProgram, "build"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (built.status === 0) return { folder, remove };
  remove();
  throw new Error(`the empty page did not build:\n${built.stdout}${built.stderr}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return address !== null && typeof address === "object" ? address.port : 0;
}

/** Serves the page as the studio is served, on loopback. Gives its address and the server's process. */
export async function serveEmptyNext({ folder }: EmptyNext): Promise<{ url: string; child: Child }> {
  const port = await freePort();
  const child = launch({
    command: process.execPath,
    args: [nextProgram, "start", "-p", String(port), "-H", "127.0.0.1"],
    cwd: folder,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    logFile: join(folder, "web.log"),
  });
  const url = `http://127.0.0.1:${port}/`;
  while (child.running()) {
    const answer = await fetch(url).catch(() => null);
    await answer?.text();
    if (answer?.ok) return { url, child };
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("the empty page was not served");
}
