import type { Route } from "next";
import { z } from "zod";
import { languageSchema } from "../contract/languages.ts";
import { line } from "../contract/text.ts";
import { shelfSizes, shelfThemeKeySchema } from "./schema.ts";

export const sorts = ["newest", "name"] as const;

/** How many universes a page of the shelf has. */
export const pageSize = 24;

/** So far one leafs; who wants more looks for something. */
export const lastPage = 20;

/** One value, or null where there is none that fits; of several the first. */
const one = <Value>(schema: z.ZodType<Value>) =>
  z.preprocess((value) => (Array.isArray(value) ? value[0] : value), schema.nullable()).catch(null);

/** What is shown of the shelf, as its address says it. Whatever an address has wrong counts as not said. */
const viewSchema = z.object({
  search: one(
    z
      .string()
      .transform((text) => text.replaceAll(/\s+/g, " ").slice(0, 100))
      .pipe(line(100)),
  ),
  language: one(languageSchema),
  theme: one(shelfThemeKeySchema),
  size: one(z.enum(shelfSizes)),
  /** Null: newest first, or what fits best where something is looked for. */
  sort: one(z.enum(sorts)),
  /** Pages are shown one below the other, up to this one. */
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
});
export type ShelfView = z.output<typeof viewSchema>;

/** Reads the search parameters of the page. Never throws. */
export function readShelfView(parameters: Record<string, string | string[] | undefined>): ShelfView {
  return viewSchema.parse(parameters);
}

/** Whether somebody chose what to see. */
export function isNarrowed(view: ShelfView): boolean {
  return view.search !== null || isFiltered(view);
}

/** Whether less than everything is searched. */
export function isFiltered({ language, theme, size }: ShelfView): boolean {
  return language !== null || theme !== null || size !== null;
}

/** The address of this view with a change; whoever chooses anew begins at the first page. */
export function shelfAddress(view: ShelfView, change: Partial<ShelfView> = {}): Route {
  const next = { ...view, page: 1, ...change };
  const said = Object.entries(next).filter(
    ([key, value]) => value !== null && !(key === "page" && value === 1),
  );
  const query = new URLSearchParams(said.map(([key, value]) => [key, String(value)])).toString();
  return (query ? `/explore?${query}` : "/explore") as Route;
}
