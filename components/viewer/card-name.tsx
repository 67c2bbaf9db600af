import { longestWord, type Name } from "./spoken";

/** How wide letters may be, so that the longest word is not broken. */
export function widthFor(letters: number): string {
  if (letters <= 7) return "[--fit:20vw]";
  if (letters <= 9) return "[--fit:16vw]";
  if (letters <= 11) return "[--fit:13vw]";
  if (letters <= 14) return "[--fit:10.4vw]";
  return letters <= 18 ? "[--fit:8.2vw]" : "[--fit:7vw]";
}

/** The names of a card: the first is big, the second, if there is one, a little smaller. */
export function CardName({ names }: { names: Name[] }) {
  return names.map(({ text, language }, at) => (
    <p
      key={language}
      lang={language}
      className={`max-w-full text-balance wrap-anywhere text-center font-bold font-display leading-none [text-shadow:0_2px_14px_rgb(0_0_0/.45)] ${widthFor(longestWord(text))} ${
        at === 0
          ? "text-[min(calc(var(--fit)*var(--room)),calc(min(9.5dvh,9rem)*var(--name-scale)))]"
          : "text-[min(calc(var(--fit)*var(--room)*.8),calc(min(6dvh,6rem)*var(--name-scale)))] opacity-85"
      }`}
    >
      {text}
    </p>
  ));
}
