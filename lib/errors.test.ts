import type { PostgrestError } from "@supabase/supabase-js";
import { describe, expect, it } from "vitest";
import { fromDatabase } from "./errors.ts";

const error = (code: string, message = "") => ({ code, message, details: "" }) as PostgrestError;

describe("an error of the database", () => {
  it.each([
    ["22003", "bad_request"],
    ["22P02", "bad_request"],
    ["22P05", "bad_request"],
    ["23502", "validation_failed"],
    ["23503", "not_found"],
    ["23514", "validation_failed"],
    ["42501", "forbidden"],
    ["40P01", "database_unavailable"],
    ["53300", "database_unavailable"],
    ["57P01", "database_unavailable"],
    ["25006", "database_unavailable"],
    ["PGRST002", "database_unavailable"],
    ["PGRST301", "not_signed_in"],
    ["PGRST303", "not_signed_in"],
    ["", "database_unavailable"],
    ["XX000", "internal"],
  ])("%s is %s to the caller", (state, code) => expect(fromDatabase(error(state)).code).toBe(code));

  it("that names one of our own codes keeps it and its detail", () => {
    const { code, detail } = fromDatabase({
      ...error("PT409", "slug_taken"),
      details: "Choose another.",
    } as PostgrestError);
    expect([code, detail]).toEqual(["slug_taken", "Choose another."]);
  });
});
