import "server-only";
import { cacheLife } from "next/cache";
import { env } from "../env.ts";

/** How large a published file is, in bytes; the content of its name never changes, so it is asked once. */
async function readSize(url: string): Promise<number> {
  "use cache";
  cacheLife("max");
  const path = url.replace(/^\/media\//, "");
  const answer = await fetch(`${env().supabaseUrl}/storage/v1/object/public/published/${path}`, {
    method: "HEAD",
    signal: AbortSignal.timeout(10_000),
  });
  const size = Number(answer.headers.get("content-length"));
  if (!answer.ok || !Number.isFinite(size)) throw new Error(`${url} answered ${answer.status}`);
  return size;
}

/** So many files are asked for at once. */
const lanes = 8;

/** The sizes of these files in bytes, 0 for one that cannot be told now. */
export async function readSizes(urls: string[]): Promise<Map<string, number>> {
  const sizes = new Map<string, number>();
  const left = [...urls];
  const work = async () => {
    for (let url = left.shift(); url !== undefined; url = left.shift())
      sizes.set(url, await readSize(url).catch(() => 0));
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return sizes;
}
