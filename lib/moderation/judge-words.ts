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

/** How many texts are asked about alone; where more are suspected, their whole group is refused. */
const mostAlone = 40;

/** So few are asked about alone at once. */
const fewEnough = 8;

/** A bundle in groups about as many as they are long: who it is in one of them is found in two questions, not in all. */
function groupsOf(fields: Field[]): Field[][] {
  const size = fields.length <= fewEnough ? 1 : Math.ceil(Math.sqrt(fields.length));
  return Array.from({ length: Math.ceil(fields.length / size) }, (_, at) =>
    fields.slice(at * size, (at + 1) * size),
  );
}

interface Suspects {
  fields: Field[];
  categories: string[];
}

/** Asks about these groups of fields, all at once; those that are refused. */
async function suspectsIn(groups: readonly Field[][], judge: Judge): Promise<Suspects[]> {
  if (groups.length === 0) return [];
  const texts = groups.map((some) => [...new Set(some.map(([, text]) => text))].join("\n"));
  // The same words are asked about once.
  const asked = [...new Set(texts)];
  const judged = await judge(asked);
  return groups.flatMap((fields, at) => {
    const categories = judged[asked.indexOf(texts[at] ?? "")] ?? [];
    return categories.length > 0 ? [{ fields, categories }] : [];
  });
}

/** The parts of what is suspected that are refused by themselves; where no part is, it is the whole. */
async function narrow(
  suspects: Suspects[],
  partsOf: (fields: Field[]) => Field[][],
  judge: Judge,
): Promise<Suspects[]> {
  const known = suspects.filter(({ fields }) => fields.length === 1);
  const vague = suspects.filter(({ fields }) => fields.length > 1);
  const found = await suspectsIn(
    vague.flatMap(({ fields }) => partsOf(fields)),
    judge,
  );
  const narrowed = vague.flatMap((whole) => {
    const parts = found.filter(({ fields }) => fields.every((field) => whole.fields.includes(field)));
    return parts.length > 0 ? parts : [whole];
  });
  return [...known, ...narrowed];
}

/**
 * What each field is refused for, by its path. Fine words are the rule, so the model is asked about many at once, and
 * about fewer only where it refused them together: in groups, and then alone, all groups of a request in one go. Where
 * that would be too many to ask about, a refused group is refused as a whole. Throws what the judge throws.
 */
export async function judgeWords(fields: readonly Field[], judge: Judge): Promise<FieldError[]> {
  const written = fields.flatMap(([path, text]): Field[] => (text.trim() ? [[path, text.trim()]] : []));
  const bundles = await suspectsIn(bundle(written), judge);
  const groups = await narrow(bundles, groupsOf, judge);
  const suspected = groups.reduce((sum, one) => sum + one.fields.length, 0);
  const found =
    suspected > mostAlone ? groups : await narrow(groups, (some) => some.map((field) => [field]), judge);
  const order = new Map(written.map(([path], at) => [path, at]));
  return found
    .flatMap((one) => faults(one.fields, one.categories))
    .toSorted((one, other) => (order.get(one.path) ?? 0) - (order.get(other.path) ?? 0));
}
