import type { PostgrestError } from "@supabase/supabase-js";
import { describe, expect, it } from "vitest";
import { AppError, fromDatabase, problem, retryAfterSeconds } from "./errors.ts";

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
    ["25006", "database_read_only"],
    ["53100", "database_read_only"],
    ["40001", "database_unavailable"],
    ["PGRST003", "database_unavailable"],
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

describe("a refusal for the moment", () => {
  const at = Date.parse("2026-11-21T10:00:00Z");
  const limited = (hint: string) =>
    fromDatabase({ ...error("PT429", "rate_limited"), hint } as PostgrestError);

  it.each(["2026-11-21T10:00:42.5+00:00", "2026-11-21T11:00:42.500000+01:00", "2026-11-21 10:00:42.5+00"])(
    "says from when it may pass, as the database does: %s",
    (hint) => {
      expect(problem(limited(hint))).toMatchObject({ status: 429, retry_at: "2026-11-21T10:00:42.500Z" });
      expect(retryAfterSeconds(limited(hint), at)).toBe(43);
    },
  );

  it("asks for a second at least, also when the time has come meanwhile", () => {
    expect(retryAfterSeconds(limited("2026-11-21T09:00:00Z"), at)).toBe(1);
    expect(retryAfterSeconds(limited("2026-11-21T10:00:00.001Z"), at)).toBe(1);
  });

  it.each(["", "Perhaps you meant another function.", "2026-99-99T00:00:00Z"])(
    "promises no time that nobody said: %j",
    (hint) => {
      expect(problem(limited(hint))).not.toHaveProperty("retry_at");
      expect(retryAfterSeconds(limited(hint), at)).toBeNull();
    },
  );

  it("asks for a little patience when something of ours is away", () => {
    expect(retryAfterSeconds(new AppError("database_unavailable"), at)).toBe(5);
    expect(retryAfterSeconds(new AppError("not_found"), at)).toBeNull();
  });
});
