import { z } from "zod";
import { type Language, languageSchema } from "../contract/languages.ts";
import type { Card, Universe } from "../universes/schema.ts";

export const perSheet = [1, 4, 9] as const;

/** How a universe is printed, as its address says it. */
export interface PrintView {
  first: Language;
  /** A second name under the first; null for none. */
  second: Language | null;
  /** Cards on a sheet. */
  per: (typeof perSheet)[number];
  hasLines: boolean;
  isPale: boolean;
  hasQr: boolean;
}

type Parameters = Record<string, string | string[] | undefined>;

/**
 * Reads the search parameters of the page. What is wrong or missing is as usual: four cards, cut lines and the QR code.
 * A form leaves out the boxes that are not ticked, so "chosen" says that it was filled in.
 */
export function readPrintView(
  parameters: Parameters,
  { languages, language }: { languages: readonly Language[]; language: Language },
): PrintView {
  const offered = (name: string) => {
    const { data } = languageSchema.safeParse(parameters[name]);
    return data && languages.includes(data) ? data : null;
  };
  const ticked = (name: string, usual: boolean) =>
    parameters.chosen === undefined ? usual : parameters[name] !== undefined;
  const first = offered("first") ?? language;
  const second = offered("second");
  return {
    first,
    second: second === first ? null : second,
    per: z.coerce.number().pipe(z.literal(perSheet)).catch(4).parse(parameters.per),
    hasLines: ticked("lines", true),
    isPale: ticked("pale", false),
    hasQr: ticked("qr", true),
  };
}

/** A name as it is printed, in the language that it is really in. */
interface PrintedName {
  text: string;
  language: Language;
}

/** The names under a picture: the first in whichever language there is one, the second only where there is another. */
export function printedNames(card: Card, view: PrintView, languages: readonly Language[]): PrintedName[] {
  const found = [view.first, ...languages].find((code) => card.names[code]);
  const names = [found, view.second].flatMap((language) => {
    const text = language && card.names[language];
    return text ? [{ text, language }] : [];
  });
  return names.filter(({ language }, at) => at === 0 || language !== names[0]?.language);
}

/** What is in one place of a sheet. */
export type Place = { card: Card } | "qr";

/** The cards that have a picture, and the QR code behind them, on sheets. */
export function sheetsOf({ assets }: Pick<Universe, "assets">, { per, hasQr }: PrintView): Place[][] {
  const places: Place[] = [
    ...assets.filter((card) => card.image_url !== null).map((card) => ({ card })),
    ...(hasQr ? ["qr" as const] : []),
  ];
  return Array.from({ length: Math.ceil(places.length / per) }, (_, at) =>
    places.slice(at * per, (at + 1) * per),
  );
}
