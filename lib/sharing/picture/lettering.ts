import { join } from "node:path";
import sharp from "sharp";

/** The bold of the studio's headings, for Latin letters. Other letters come from the fonts of the machine. */
const font = { font: "Baloo 2 Bold", fontfile: join(process.cwd(), "lib/sharing/picture/baloo-2-bold.ttf") };

/** Fonts have no colours for them, and would draw boxes. */
const pictograms = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0f/gu;

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

export interface Lettering {
  png: Buffer;
  width: number;
  height: number;
}

/**
 * Writes text in white, in as many lines as it takes, as large as the room in pixels allows. Null where nothing can be
 * written.
 */
export async function letter(
  text: string,
  room: { width: number; height: number },
): Promise<Lettering | null> {
  const plain = text.replaceAll(pictograms, "").trim();
  if (!plain) return null;
  const markup = `<span foreground="white">${escaped(plain)}</span>`;
  const { data, info } = await sharp({
    text: { text: markup, ...font, ...room, rgba: true, wrap: "word-char", spacing: -12 },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
