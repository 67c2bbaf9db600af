/**
 * Characters that are read as a Latin letter and that Unicode's compatibility forms do not take back to it: Cyrillic,
 * Greek, Armenian and Cherokee letters, small capitals, and letters of phonetic writing.
 */
const readAs: Record<string, string> = {
  a: "аΑαᴀɑΆάꭺᎪɐ∀",
  b: "ВвΒβᏴʙƀɓЬьᑲ",
  c: "СсϹϲᴄᏟƈↄɔⲥ",
  d: "ԁᴅᎠɗđƌժⅾ",
  e: "ЕеΕεєЄᴇᎬɛǝəёЁҽέ℮",
  f: "ꜰƒϜϝғҒʄſ",
  g: "ɡɢԌԍᏀցǥ",
  h: "НнΗһʜᎻհħҺ",
  i: "ІіΙιɪᎥıɩїЇίΊǀӀ",
  j: "ЈјᴊᎫϳʝɉ",
  k: "КкΚκᴋᏦƙκқҚ",
  l: "ʟᏞłƚӏⅼɭļ",
  m: "МмΜμᴍᎷɱʍⅿ",
  n: "ΝɴոռηŋпИиήɳ",
  o: "ОоΟοօᴏøѲѳσόΌᎾⲟ",
  p: "РрΡρᴘᏢþƿⲣ",
  q: "ԛզɋʠ",
  r: "ʀᎡгГɍɹяЯᴦ",
  s: "ЅѕꜱᏚʂƽ§",
  t: "ТтΤτᴛᎢŧƭʈ",
  u: "υսᴜцμµʋūύ",
  v: "ѵᴠᏙνⅴѴ",
  w: "ѡᴡᎳшωԝɯώ",
  x: "ХхΧχⅹҳ×ж",
  y: "УуΥγʏүҮўƴ",
  z: "ΖᴢᏃʐƶⲍ",
  ae: "æ",
  oe: "œ",
  ss: "ßẞ",
  th: "ð",
};

const squares = [0x1f150, 0x1f170, 0x1f1e6] as const;

function everyLookalike(): Map<string, string> {
  const found = new Map<string, string>();
  for (const [letters, characters] of Object.entries(readAs)) {
    for (const character of characters) if (!found.has(character)) found.set(character, letters);
  }
  for (const first of squares) {
    for (let step = 0; step < 26; step++) {
      found.set(String.fromCodePoint(first + step), String.fromCharCode(97 + step));
    }
  }
  return found;
}

/** From a character to the letters it is read as; a character that is not here reads as itself. */
export const lookalikes: ReadonlyMap<string, string> = everyLookalike();
