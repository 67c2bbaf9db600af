import { z } from "zod";
import { reportStatusSchema } from "./schema.ts";

/** So many lines are on a page of the staff. */
export const staffPageSize = 20;

/** What the address of a page of the staff asks for. */
export interface StaffView {
  status: z.infer<typeof reportStatusSchema>;
  /** From 1. */
  page: number;
  /** The universe whose cards lie open beside the list, in the release that was reported, else in that of now. */
  look: { slug: string; release: number | null } | null;
  /** Decisions about this universe alone. */
  universeId: string | null;
}

const number = z.coerce.number().int().min(1).max(10_000);

/** Reads an address; what nobody could have meant is left out. */
export function readStaffView(search: Pick<URLSearchParams, "get">): StaffView {
  const slug = search.get("look");
  return {
    status: reportStatusSchema.safeParse(search.get("status")).data ?? "open",
    page: number.safeParse(search.get("page") ?? undefined).data ?? 1,
    look: slug ? { slug, release: number.safeParse(search.get("release") ?? undefined).data ?? null } : null,
    universeId: z.guid().safeParse(search.get("universe")).data ?? null,
  };
}

/** The query of the address that asks for this, without what is as usual. */
export function writeStaffView({ status, page, look, universeId }: StaffView): string {
  const search = new URLSearchParams();
  if (status !== "open") search.set("status", status);
  if (universeId) search.set("universe", universeId);
  if (page > 1) search.set("page", String(page));
  if (look) search.set("look", look.slug);
  if (look?.release) search.set("release", String(look.release));
  return search.size > 0 ? `?${search}` : "";
}

/** What the address of one's own reports asks for: a page, from 1, and which lines are on it. */
export function myReportsView(asked: unknown): { page: number; skip: number; limit: number } {
  const page = number.safeParse(asked).data ?? 1;
  return { page, skip: (page - 1) * staffPageSize, limit: staffPageSize };
}
