import encodeQR from "qr";

export interface QrDrawing {
  /** Modules on each side, with the quiet zone of four that the standard asks for. */
  size: number;
  /** All dark modules as the path of an SVG in which a module is one unit. */
  path: string;
}

/** The QR code of a text; a quarter of it may be covered or lost. Throws where the text is too long, from about 1,600 letters on. */
export function drawQr(text: string): QrDrawing {
  const rows = encodeQR(text, "raw", { ecc: "quartile", border: 4 });
  const path = rows.flatMap((row, y) =>
    row.flatMap((isDark, x) => {
      if (!isDark || row[x - 1]) return [];
      let end = x;
      while (row[end]) end += 1;
      return `M${x} ${y}h${end - x}v1H${x}z`;
    }),
  );
  return { size: rows.length, path: path.join("") };
}
