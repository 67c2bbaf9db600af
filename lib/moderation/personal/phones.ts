const candidate = /(?:\+|\(\+?)?\d[\d\s()./-]{5,24}\d/g;
const date = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2})$/;

const isRound = (digits: string) => /000$/.test(digits);

/** True for 1 2 3, 10 20 30, 0123456789: numbers that are counted. */
function isCounted(groups: readonly string[]): boolean {
  const numbers = groups.length > 2 ? groups.map(Number) : [...groups.join("")].map(Number);
  const first = (numbers[1] ?? 0) - (numbers[0] ?? 0);
  return numbers.every((number, index) => index === 0 || number - (numbers[index - 1] ?? 0) === first);
}

/** Luhn's check digit, which every payment card has. */
function isCard(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function isPhone(written: string): boolean {
  const groups = written.match(/\d+/g) ?? [];
  const digits = groups.join("");
  const shape = groups.map((group) => group.length).join("-");
  if (date.test(written) || isRound(digits) || isCounted(groups)) return false;
  if (isCard(digits)) return true;
  if (digits.length > 15 || groups.length > 7) return false;
  if (/^\(?\+|^00/.test(written)) return digits.length >= 8;
  if (groups.slice(1).some((group) => group.length < 2)) return false;
  if (digits.startsWith("0")) return digits.length >= 8 && digits.length <= 13;
  if (shape === "3-3-4" || shape === "3-7") return true;
  if (shape === "3-4") return written.includes("-");
  if (digits.length === 9) return /^[6-9]/.test(digits) && /^(9|3-3-3|3-2-2-2|3-6)$/.test(shape);
  return shape === "10" && /^3|^[2-9]\d{2}[2-9]/.test(digits);
}

/** Where telephone and card numbers stand in a text; numbers that children count, dates and sums are none. */
export function findPhones(text: string): [start: number, end: number][] {
  return [...text.matchAll(candidate)]
    .filter(([written]) => isPhone(written))
    .map((match) => [match.index, match.index + match[0].length]);
}
