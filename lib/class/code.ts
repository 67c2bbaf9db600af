/** The letters of a room's code, as the database draws them: consonants of which no two look alike. */
export const codeLetters = "BDFGHKLMNPRTVXZ";
export const codeLength = 8;

/** What somebody typed, as far as it may belong to a code: capitals of its alphabet, at most eight. */
export function readCode(typed: string): string {
  return [...typed.toUpperCase()]
    .filter((letter) => codeLetters.includes(letter))
    .slice(0, codeLength)
    .join("");
}

/** The code as it is read out: two groups of four. */
export function spelled(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`.trim();
}
