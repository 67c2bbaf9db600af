import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
// @ts-expect-error fontkit ships no types; `Font` says what is used of it.
import { create } from "fontkit";

/**
 * Writes letters.json: outlines of the Latin letters of Baloo 2 (SIL Open Font License 1.1).
 * A bare Debian has no fonts, so pictures draw their words as paths.
 */
type Font = {
  unitsPerEm: number;
  glyphForCodePoint(code: number): { id: number; advanceWidth: number; path: { toSVG(): string } };
};

const CHARACTERS =
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -'’.,!?&ÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒÙÚÛÜŸßàâäáãåæçèéêëìíîïñòóôöõøœùúûüÿ" +
  '¿¡:;()"«»“”„‘…–—+/@#%*=°ªº·•ẞ' +
  // The neighbours' letters, for names in a title.
  "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĢģĪīĮįİıĶķĹĺĻļĽľŁłŃńŅņŇňŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŹźŻżŽžÐðÞþÝýȘșȚț";

const require = createRequire(import.meta.url);
/** The letters come in two files: the western ones, and the rest of Europe's. */
const fonts = ["latin", "latin-ext"].map((script) => {
  const file = require.resolve(`@fontsource/baloo-2/files/baloo-2-${script}-400-normal.woff2`);
  return create(readFileSync(file)) as Font;
});

const glyphs: Record<string, [advance: number, path: string]> = {};
for (const character of CHARACTERS) {
  const glyph = fonts
    .map((font) => font.glyphForCodePoint(character.codePointAt(0) ?? 0))
    .find(({ id }) => id !== 0);
  if (!glyph) {
    console.log(`No ${character} in the font`);
    continue;
  }
  glyphs[character] = [
    Math.round(glyph.advanceWidth),
    glyph.path.toSVG().replace(/-?\d+\.\d+/g, (digits) => String(Math.round(Number(digits)))),
  ];
}
const rows = Object.entries(glyphs).map((row) => `${JSON.stringify(row[0])}:${JSON.stringify(row[1])}`);
writeFileSync(
  new URL("letters.json", import.meta.url),
  `{"unitsPerEm":${fonts[0]?.unitsPerEm},"glyphs":{\n${rows.join(",\n")}\n}}\n`,
);
console.log(`${rows.length} letters`);
