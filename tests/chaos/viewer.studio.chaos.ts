import { openBrowser } from "../bench/studio-kit.ts";
import { shelvedUniverse, soundingUniverse } from "../e2e/setup/shelf.ts";
import { sql } from "../e2e/setup/studio.ts";
import { print, printControl } from "./report.ts";
import { readSizes } from "./sizes.ts";
import { runViewer } from "./viewer/run-viewer.ts";

const sizes = readSizes({ visits: 8, cards: 10 });
const slugs = [await shelvedUniverse({ count: sizes.cards }), await soundingUniverse()];
const browser = await openBrowser();
const passed = print(await runViewer(browser, { slugs, visits: sizes.visits, hasPolicy: true }));
const isProven = printControl(await runViewer(browser, { slugs, visits: 1, hasPolicy: false }));
await browser.close();
await sql.end();
process.exit(passed && isProven ? 0 : 1);
