import type { FieldError } from "../errors.ts";
import type { Judge } from "./judgements.ts";

/** A bundle is one question to the model. In UTF-16 units: a small model still reads so much with care. */
const longestBundle = 4000;
const mostTexts = 40;

type Field = [path: string, text: string];

/** The fields in bundles that one question each may ask about; a longer text is a bundle of its own. */
export function bundle(fields: readonly Field[]): Field[][] {
  const bundles: Field[][] = [];
  let length = 0;
  for (const field of fields) {
    const last = bundles.at(-1);
    length += field[1].length + 1;
    if (last && last.length < mostTexts && length <= longestBundle) last.push(field);
    else {
      bundles.push([field]);
      length = field[1].length + 1;
    }
  }
  return bundles;
}

const faults = (fields: readonly Field[], categories: readonly string[]): FieldError[] =>
  fields.flatMap(([path]) => categories.map((message) => ({ path, message })));

/** Which fields of a refused bundle it is; all of them where none is refused alone. */
async function narrow(fields: Field[], categories: string[], judge: Judge): Promise<FieldError[]> {
  if (fields.length === 1) return faults(fields, categories);
  const texts = [...new Set(fields.map(([, text]) => text))];
  const judged = await judge(texts);
  const found = fields.flatMap((field) => faults([field], judged[texts.indexOf(field[1])] ?? []));
  return found.length > 0 ? found : faults(fields, categories);
}

/**
 * What each field is refused for, by its path. Fine words are the rule, so the model is asked about many at once, and
 * about each alone only where it refused them together. Throws what the judge throws.
 */
export async function judgeWords(fields: readonly Field[], judge: Judge): Promise<FieldError[]> {
  const written = fields.flatMap(([path, text]): Field[] => (text.trim() ? [[path, text.trim()]] : []));
  if (written.length === 0) return [];
  const bundles = bundle(written);
  const textOf = (some: Field[]) => [...new Set(some.map(([, text]) => text))].join("\n");
  const judged = await judge(bundles.map(textOf));
  const found: FieldError[] = [];
  for (const [at, some] of bundles.entries())
    if (judged[at]?.length) found.push(...(await narrow(some, judged[at], judge)));
  return found;
}
