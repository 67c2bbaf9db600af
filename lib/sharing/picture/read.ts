import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { env } from "../../env.ts";
import { readUniverse } from "../../universes/public.ts";
import { composeSharePicture, fitCover } from "./compose.ts";

const patienceMs = 10_000;

type Words = Pick<Parameters<typeof composeSharePicture>[0], "name" | "color" | "languages">;

/** A published file by its address on a page. Throws while Storage is away. */
async function readFile(url: string): Promise<Uint8Array> {
  const path = url.replace(/^\/media\//, "");
  const answer = await fetch(`${env().supabaseUrl}/storage/v1/object/public/published/${path}`, {
    cache: "no-store",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!answer.ok) throw new Error(`The published file ${path} answered ${answer.status}.`);
  return answer.bytes();
}

/** The picture of these files and words as JPEG in base64, drawn once: whatever changes in it gives it another key. */
async function drawPicture(
  slug: string,
  cover: string | null,
  words: Words,
  urls: string[],
): Promise<string> {
  "use cache";
  cacheTag(`universe:${slug}`);
  cacheLife("days");
  if (cover) return (await fitCover(await readFile(cover))).toString("base64");
  const pictures = await Promise.all(urls.map(readFile));
  return (await composeSharePicture({ ...words, pictures })).toString("base64");
}

/**
 * The picture that stands for a universe where a link to it is shown: its cover, else its name and three cards. Null where
 * nobody sees a universe; throws while its files are away.
 */
export async function readSharePicture(slug: string): Promise<Buffer | null> {
  const universe = await readUniverse(slug);
  if (!universe) return null;
  const { cover_url, assets, languages, names, background_color: color } = universe;
  const name = (languages[0] && names[languages[0]]) ?? universe.name;
  const urls = assets.flatMap(({ image_url }) => image_url ?? []).slice(0, 3);
  return Buffer.from(await drawPicture(slug, cover_url, { name, color, languages }, urls), "base64");
}
