import type { z } from "zod";

/** The fields of a form that cannot be sent, each with what is wrong: nothing typed, or not right yet. */
export type FormProblems<Name extends string> = Partial<Record<Name, "missing" | "wrong">>;

/** Checks the fields of a form; an empty optional field counts as not given. */
export function readForm<Schema extends z.ZodObject>(schema: Schema, form: HTMLFormElement) {
  type Name = Extract<keyof z.input<Schema>, string>;
  const entries = [...new FormData(form)].filter(([, value]) => value !== "");
  const parsed = schema.safeParse(Object.fromEntries(entries));
  if (parsed.success) return { data: parsed.data as z.output<Schema>, problems: null };
  const given = new Set(entries.map(([name]) => name));
  const problems: FormProblems<Name> = {};
  for (const { path } of parsed.error.issues) {
    const name = String(path[0]) as Name;
    problems[name] = given.has(name) ? "wrong" : "missing";
  }
  return { data: null, problems };
}

/** Moves to the first field that needs a correction. */
export function focusFirst(form: HTMLFormElement, problems: FormProblems<string>): void {
  const fields = [...form.querySelectorAll<HTMLInputElement>("input[name]")];
  fields.find(({ name }) => problems[name])?.focus();
}
