import type { Verdict } from "./finding.ts";

/** Characters beyond which a name is small to read on a card, and beyond which it does not fit. */
const nameLimits = { fitting: 24, most: 40 };
/** Screen readers cut longer alternative texts. */
const altLimit = 125;
/** What a child listens to in one go. */
const factLimit = 180;

const lengthOf = (text: string) => [...text].length;

export function checkNameLength(name: string): Verdict | null {
  const length = lengthOf(name);
  if (length <= nameLimits.fitting) return null;
  return { rule: "long_name", severity: length > nameLimits.most ? "warning" : "hint" };
}

export function checkAltLength(text: string): Verdict | null {
  return lengthOf(text) > altLimit ? { rule: "long_alt", severity: "hint" } : null;
}

const ended = /[.!?…][\s"”“»›’)\]]*$/u;

/** Fun facts are sentences that end, and short enough for small children. */
export function checkFact(text: string): Verdict[] {
  const found: Verdict[] = [];
  if (lengthOf(text) > factLimit) found.push({ rule: "long_fact", severity: "hint" });
  if (!ended.test(text)) {
    const fix = `${text.replace(/[\s,;:–-]+$/u, "")}.`;
    found.push({ rule: "end_mark", severity: "warning", ...(/[\p{L}\p{N}]/u.test(fix) ? { fix } : {}) });
  }
  return found;
}
