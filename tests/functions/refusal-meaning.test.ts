import { describe, expect, it } from "vitest";
import { ProviderRefusal, readRetryAfter } from "../../supabase/functions/_shared/provider-refusal.ts";
import { failureOfRefusal } from "../../supabase/functions/_shared/refusal-meaning.ts";

const problem = (title: string, detail: string, more: object = {}) =>
  JSON.stringify({ title, detail, ...more });
const codeOf = (status: number | null, body = "{}") => {
  const { code, isRetryable } = failureOfRefusal(new ProviderRefusal(status, body));
  return `${code} ${isRetryable ? "again" : "final"}`;
};

describe("what a refusal means", () => {
  it.each([
    [null, "provider_unreachable again"],
    [408, "provider_unreachable again"],
    [500, "provider_unreachable again"],
    [503, "provider_unreachable again"],
    [429, "provider_busy again"],
    [401, "provider_refused final"],
    [402, "provider_refused final"],
    [403, "provider_refused final"],
    [404, "model_unavailable final"],
    [400, "provider_rejected_input final"],
    [422, "provider_rejected_input final"],
  ])("is told by the status %s: %s", (status, meaning) => {
    expect(codeOf(status)).toBe(meaning);
  });

  it.each([
    problem(
      "Invalid version or not permitted",
      "The specified version does not exist (or perhaps not for you)",
    ),
    problem("Unprocessable", "This model is no longer available."),
    problem("Unprocessable", "The version has been disabled by its owner."),
    "The requested model was not found",
  ])("is a model that is gone where 422 says so: %s", (body) => {
    expect(codeOf(422, body)).toBe("model_unavailable final");
  });

  it.each(["required", "additional_property_not_allowed", "invalid_type"])(
    "is a model that has changed where 422 names a field as %s: our mapping chose the fields",
    (type) => {
      const fields = { invalid_fields: [{ type, field: "input", description: "aspect_ratio" }] };
      expect(codeOf(422, problem("Input validation failed", "- aspect_ratio", fields))).toBe(
        "model_unavailable final",
      );
    },
  );

  it("is a bad input where 422 names a value, also one that speaks of versions or models", () => {
    const fields = {
      invalid_fields: [{ type: "string_lte", field: "input.prompt", description: "too long" }],
    };
    const words = "prompt: this version of the model does not exist";
    expect(codeOf(422, problem("Input validation failed", words, fields))).toBe(
      "provider_rejected_input final",
    );
    expect(codeOf(422, problem("Input validation failed", "- prompt: too long"))).toBe(
      "provider_rejected_input final",
    );
  });

  it("keeps how long to wait, and no more than the beginning of what was said", () => {
    const refusal = new ProviderRefusal(503, "x".repeat(9999), "7");
    expect(failureOfRefusal(refusal)).toMatchObject({
      retryAfterSeconds: 7,
      detail: { answer: "x".repeat(500) },
    });
  });
});

describe("whether a refused request had an effect", () => {
  const isCertain = (status: number | null, body: string) => new ProviderRefusal(status, body).isCertain;

  it("is certain when the provider answers in its own words", () => {
    const body = problem("Internal server error", "Please try again");
    for (const status of [400, 402, 422, 429, 500, 503]) expect(isCertain(status, body)).toBe(true);
    expect(isCertain(429, "")).toBe(true);
  });

  it("is unknown when no answer came, or one that a gateway wrote", () => {
    expect(isCertain(null, "reset")).toBe(false);
    for (const body of ["", "<html><h1>502 Bad Gateway</h1></html>", "null", "[]", '"detail"'])
      for (const status of [500, 502, 503]) expect(isCertain(status, body)).toBe(false);
    for (const status of [408, 504]) expect(isCertain(status, problem("Timeout", "late"))).toBe(false);
  });
});

describe("how long to wait", () => {
  it("is what the provider says, in any of its forms, and never more than an hour", () => {
    expect(readRetryAfter("2", "")).toBe(2);
    expect(readRetryAfter("1.2", "")).toBe(2);
    expect(readRetryAfter(new Date(90_000).toUTCString(), "", 60_000)).toBe(30);
    expect(readRetryAfter(new Date(30_000).toUTCString(), "", 60_000)).toBe(0);
    expect(readRetryAfter(null, "Your rate limit resets in ~30s.")).toBe(30);
    expect(readRetryAfter("99999999999", "")).toBe(3600);
  });

  it("is unknown when nothing sensible is said", () => {
    expect(readRetryAfter(null, "{}")).toBeUndefined();
    expect(readRetryAfter("soon", "{}")).toBeUndefined();
    expect(readRetryAfter("", "")).toBeUndefined();
  });
});
