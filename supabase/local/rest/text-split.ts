/**
 * Splits at `separator` where it stands outside double quotes and brackets. A backslash inside quotes escapes the next
 * character. Empty text gives an empty list.
 */
export function splitTopLevel(text: string, separator: string): string[] {
  if (text === "") return [];
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === "\\") index++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "(" || character === "{") depth++;
    else if (character === ")" || character === "}") depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Position of the first `wanted` outside double quotes, or -1. */
export function indexOutsideQuotes(text: string, wanted: string): number {
  let quoted = false;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "\\" && quoted) index++;
    else if (text[index] === '"') quoted = !quoted;
    else if (!quoted && text.startsWith(wanted, index)) return index;
  }
  return -1;
}

/** Takes the double quotes off a quoted word; other words come back unchanged. */
export function unquote(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}
