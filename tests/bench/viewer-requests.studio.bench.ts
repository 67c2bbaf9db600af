import { median, report, sizeFromEnv } from "./bench-kit.ts";
import { buildEmptyNext, serveEmptyNext } from "./empty-next.ts";
import { requestsPerSecond } from "./page-load.ts";
import { publishedUniverse } from "./published-universe.ts";
import { benchDatabase, benchStack } from "./studio-kit.ts";

// Requests per second of a published universe's page, against a static page that Next.js serves, in turns.
const rounds = sizeFromEnv("BENCH_ROUNDS", 5);
const sql = benchDatabase();
const page = `${benchStack().status.studioUrl}/u/${await publishedUniverse(sql)}`;
const empty = buildEmptyNext();
try {
  const { url, child } = await serveEmptyNext(empty);
  for (const [asked, encodings] of [
    ["as a browser asks", "gzip, deflate, br"],
    ["not pressed", ""],
  ] as const) {
    const own: number[] = [];
    const peer: number[] = [];
    for (const address of [page, url]) await requestsPerSecond(address, { seconds: 1, encodings });
    for (let round = 0; round < rounds; round += 1) {
      own.push(await requestsPerSecond(page, { encodings }));
      peer.push(await requestsPerSecond(url, { encodings }));
    }
    report({
      name: `requests per second of /u/<slug>, ${asked} (peer: a static Next.js page)`,
      value: median(own),
      unit: "1/s",
      peer: median(peer),
    });
  }
  await child.stop();
} finally {
  empty.remove();
  await sql.end();
}
