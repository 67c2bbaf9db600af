import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { makeModel3d } from "../../../supabase/local/atelier/solid/model-toy.ts";
import { makeFilm, makeTune, makeWav } from "../../fixtures/media.ts";
import { type CardWish, putUniverse } from "../../fixtures/shown-universe.ts";
import { newEducator } from "./people.ts";
import { sql, stack } from "./studio.ts";

/** A picture of one colour, as large as the real ones. */
async function plainPicture(color: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp({ create: { width: 1024, height: 1024, channels: 3, background: color } });
  return new Uint8Array(await picture.webp().toBuffer());
}

const animals = [
  { en: "fox", de: "Fuchs", fr: "renard", es: "zorro", it: "volpe" },
  { en: "whale", de: "Wal", fr: "baleine", es: "ballena", it: "balena" },
  { en: "owl", de: "Eule", fr: "hibou", es: "búho", it: "gufo" },
  { en: "snail", de: "Schnecke", fr: "escargot", es: "caracol", it: "lumaca" },
  { en: "bee", de: "Biene", fr: "abeille", es: "abeja", it: "ape" },
];

/** So long that a test, not its end, decides when a sound is over. */
const longSeconds = 60;

/** A published universe without sounds: cards of one colour each with a name in five languages, up to ten. Returns its slug. */
export async function shelvedUniverse({ count = 10 } = {}): Promise<string> {
  const nora = await newEducator();
  const cards = await Promise.all(
    Array.from({ length: count }, async (_, at): Promise<CardWish> => {
      const color = `#${(0x2a9d8f + at * 0x0f1a2b).toString(16).slice(0, 6)}`;
      const suffix = at < animals.length ? "" : " 2";
      const names = Object.entries(animals[at % animals.length] ?? {}).map(([code, name]) => [
        code,
        name + suffix,
      ]);
      return { names: Object.fromEntries(names), picture: await plainPicture(color), color };
    }),
  );
  const { apiUrl, secretKey } = stack.status;
  return putUniverse({ sql, apiUrl, secretKey }, nora.id, {
    name: "Animals",
    languages: ["fr", "en", "es", "it", "de"],
    cards,
  });
}

interface SoundWish {
  /** Of each spoken name. */
  voiceSeconds?: number;
  /** Four are enough for games. */
  count?: number;
}

/** A published universe with everything: up to five cards with voices in English and German, music; a film, a figure and a fact on the first. */
export async function soundingUniverse({
  voiceSeconds = longSeconds,
  count = 3,
}: SoundWish = {}): Promise<string> {
  const nora = await newEducator();
  const colors = ["#2a9d8f", "#8f2a9d", "#9d8f2a", "#2a4f9d", "#9d2a2a"].slice(0, count);
  const [pictures, film, music, figure] = await Promise.all([
    Promise.all(colors.map(plainPicture)),
    makeFilm({ seconds: 20 }),
    makeTune(),
    makeModel3d({ concept: "apple", prompt: "", seed: 3 }, async () => {}),
  ]);
  // Each voice is a file of its own, so that one can be told from another.
  const voice = (at: number) => makeWav({ seconds: voiceSeconds, sampleRate: 8000 + at });
  const cards = pictures.map(
    (picture, at): CardWish => ({
      names: animals[at] ?? {},
      picture,
      speech: { en: voice(2 * at), de: voice(2 * at + 1) },
      ...(at === 0
        ? {
            film,
            figure: new Uint8Array(figure.bytes),
            facts: { en: "A fox hears a mouse under the snow." },
          }
        : {}),
    }),
  );
  const { apiUrl, secretKey } = stack.status;
  return putUniverse({ sql, apiUrl, secretKey }, nora.id, {
    name: "Animals that speak",
    languages: ["en", "de"],
    cards,
    music,
  });
}

/** What is heard of a page at this moment. */
export function heard(
  page: Page,
): Promise<{ voice: boolean; music: boolean; films: number; volume: number }> {
  return page.evaluate(() => {
    const voice = document.querySelector<HTMLAudioElement>("[data-sound=voice]");
    const music = document.querySelector<HTMLAudioElement>("[data-sound=music]");
    const films = [...document.querySelectorAll("video")].filter((film) => !film.paused);
    return {
      voice: voice !== null && !voice.paused && !voice.ended,
      music: music !== null && !music.paused,
      films: films.length,
      volume: music?.volume ?? 0,
    };
  });
}

/** Opens what is for adults by the sum, and returns the dialog. */
export async function passGate(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "For grown-ups" }).click();
  const dialog = page.getByRole("dialog");
  const question = (await dialog.getByText(/= \?/).textContent()) ?? "";
  const [one = 0, other = 0] = (question.match(/\d+/g) ?? []).map(Number);
  await dialog.getByRole("textbox").fill(String(one * other));
  await dialog.getByRole("button", { name: "Open" }).click();
  await dialog.getByRole("heading", { name: "For these children" }).waitFor();
  return dialog;
}
