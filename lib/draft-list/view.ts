import { z } from "zod";
import { type DraftStatus, draftStatusSchema } from "../contract/statuses.ts";
import { line } from "../contract/text.ts";

export const draftSorts = ["newest", "oldest", "updated", "name"] as const;
export const draftSortSchema = z.enum(draftSorts);
export type DraftSort = z.infer<typeof draftSortSchema>;

/** Which drafts are shown, and in which order. */
export interface DraftView {
  search?: string;
  /** Any of these. */
  status?: DraftStatus[];
  /** Keys of theme templates, any of them; `any` stands for ideas of one's own. */
  theme?: string[];
  sort: DraftSort;
}

export const searchSchema = line(100);
export const themeKeySchema = z.string().regex(/^[a-z][a-z-]{0,49}$/);

/** Words of a list that are understood, each once and in one order; undefined when none is left. */
function readList<Item extends string>(search: URLSearchParams, key: string, schema: z.ZodType<Item>) {
  const words = search.getAll(key).flatMap((text) => text.split(","));
  const items = words.flatMap((word) => schema.safeParse(word).data ?? []);
  return items.length > 0 ? [...new Set(items)].sort() : undefined;
}

/** Reads a view out of an address; what nobody understands counts as absent. */
export function readDraftView(address: URLSearchParams): DraftView {
  const search = searchSchema.safeParse(address.get("search") ?? "").data;
  const status = readList(address, "status", draftStatusSchema);
  const theme = readList(address, "theme", themeKeySchema);
  return {
    ...(search ? { search } : {}),
    ...(status ? { status } : {}),
    ...(theme ? { theme } : {}),
    sort: draftSortSchema.safeParse(address.get("sort")).data ?? "newest",
  };
}

/** Writes a view as the query of an address, always in the same order; what is usual is left out. */
export function writeDraftView({ search, status, theme, sort }: DraftView): URLSearchParams {
  const address = new URLSearchParams();
  if (search) address.set("search", search);
  if (status?.length) address.set("status", [...status].sort().join(","));
  if (theme?.length) address.set("theme", [...theme].sort().join(","));
  if (sort !== "newest") address.set("sort", sort);
  return address;
}

/** Whether some drafts may be left out. */
export function isFiltered({ search, status, theme }: DraftView): boolean {
  return Boolean(search || status?.length || theme?.length);
}
