import "server-only";
import { cacheLife, cacheTag } from "next/cache";
import { env } from "../../env.ts";
import { readUniverse } from "../../universes/public.ts";
import { composeSharePicture, fitCover } from "./compose.ts";

const patienceMs = 10_000;

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

/**
 * The picture that stands for a universe where a link to it is shown, as JPEG in base64: its cover, else its name and
 * three cards. It is drawn once for each release. Null where nobody sees a universe; throws while its files are away.
 */
export async function readSharePicture(slug: string): Promise<string | null> {
  "use cache";
  cacheTag(`universe:${slug}`);
  cacheLife({ stale: 300, revalidate: 86_400, expire: 604_800 });
  const universe = await readUniverse(slug);
  if (!universe) return null;
  const { cover_url, assets, languages, names, name, background_color: color } = universe;
  if (cover_url) return (await fitCover(await readFile(cover_url))).toString("base64");
  const urls = assets.flatMap(({ image_url }) => image_url ?? []).slice(0, 3);
  const pictures = await Promise.all(urls.map(readFile));
  const title = (languages[0] && names[languages[0]]) ?? name;
  return (await composeSharePicture({ name: title, color, languages, pictures })).toString("base64");
}
