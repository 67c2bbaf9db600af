import { openBrowser } from "../bench/studio-kit.ts";
import { sql } from "../e2e/setup/studio.ts";
import { print, printControl } from "./report.ts";
import { readSizes } from "./sizes.ts";
import { runSockets } from "./sockets/run-sockets.ts";

const sizes = readSizes({ pages: 5, drops: 10, changesWithoutRealtime: 4, seed: 5 });
const browser = await openBrowser();
const passed = print(await runSockets(browser, { ...sizes, isDeaf: false }));
const deaf = { ...sizes, pages: 2, drops: 1, changesWithoutRealtime: 0, isDeaf: true };
const isProven = printControl(await runSockets(browser, deaf));
await browser.close();
await sql.end();
process.exit(passed && isProven ? 0 : 1);
