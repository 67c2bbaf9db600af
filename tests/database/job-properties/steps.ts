import fc from "../../setup/properties.ts";

/** One thing that happens to the engine. Numbers that choose among jobs, tickets or people wrap around. */
export type Step =
  | { do: "request"; who: number; pieces: Piece[] }
  | { do: "enqueue"; who: number; type: "generate_image" | "notify"; job: Loose; waitsFor: number[] }
  | { do: "claim"; worker: number; limit: number; types: string[]; version: number }
  | { do: "heartbeat"; ticket: number }
  | { do: "progress"; ticket: number; percent: number }
  | { do: "complete"; ticket: number }
  | { do: "predict"; ticket: number; input: number }
  | { do: "fail"; ticket: number; code: string; isRetryable: boolean; retryAfter: number | null }
  | { do: "defer"; ticket: number; seconds: number }
  | { do: "cancel"; job: number }
  | { do: "retry"; job: number }
  | { do: "reprioritise"; job: number; priority: number }
  | { do: "pause"; type: string | null; who: number | null }
  | { do: "resume"; pause: number }
  | { do: "wait"; seconds: number }
  | { do: "reap" };

interface Loose {
  priority: number;
  max_retries: number;
  delay: number;
  payload_version: number;
}
interface Piece extends Loose {
  type: "generate_image" | "translate";
  credits: number;
  /** Positions of earlier pieces of the same request. */
  waitsFor: number[];
}

const index = fc.nat(1000);
const loose = {
  priority: fc.integer({ min: 1, max: 10 }),
  max_retries: fc.constantFrom(0, 1, 3),
  delay: fc.constantFrom(0, 0, 0, 20),
  payload_version: fc.constantFrom(1, 1, 1, 1, 2),
};
const piece = fc.record({
  ...loose,
  type: fc.constantFrom("generate_image" as const, "translate" as const),
  credits: fc.nat(3),
  waitsFor: fc.array(fc.nat(3), { maxLength: 2 }),
});
const step = <Name extends Step["do"]>(
  name: Name,
  weight: number,
  fields: {
    [Key in keyof Omit<Extract<Step, { do: Name }>, "do">]: fc.Arbitrary<Extract<Step, { do: Name }>[Key]>;
  },
) => ({
  weight,
  arbitrary: fc.record({ do: fc.constant(name), ...fields } as never) as unknown as fc.Arbitrary<Step>,
});

const request = step("request", 5, {
  who: index,
  pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
});
const single = step("enqueue", 5, {
  who: index,
  type: fc.constantFrom("generate_image", "generate_image", "notify"),
  job: fc.record(loose),
  waitsFor: fc.array(index, { maxLength: 2 }),
});

const anyStep = fc.oneof(
  request,
  single,
  step("claim", 24, {
    worker: fc.nat(2),
    limit: fc.constantFrom(1, 1, 2, 5, 5),
    types: fc.constantFrom(
      ["generate_image", "notify", "translate"],
      ["generate_image", "notify", "translate"],
      ["notify"],
    ),
    version: fc.constantFrom(1, 1, 2),
  }),
  step("heartbeat", 3, { ticket: index }),
  step("progress", 3, { ticket: index, percent: fc.integer({ min: -5, max: 110 }) }),
  step("complete", 16, { ticket: index }),
  step("predict", 14, { ticket: index, input: fc.nat(1) }),
  step("fail", 10, {
    ticket: index,
    code: fc.constantFrom(
      "internal",
      "internal",
      "internal",
      "provider_busy",
      "provider_refused",
      "model_unavailable",
    ),
    isRetryable: fc.boolean(),
    retryAfter: fc.constantFrom(null, 1, 30),
  }),
  step("defer", 4, { ticket: index, seconds: fc.constantFrom(0, 3, 90, 2000) }),
  step("cancel", 3, { job: index }),
  step("retry", 8, { job: index }),
  step("reprioritise", 2, { job: index, priority: fc.integer({ min: 1, max: 10 }) }),
  step("pause", 1, {
    type: fc.constantFrom(null, "notify", "generate_image"),
    who: fc.constantFrom(null, 0, 1),
  }),
  step("resume", 4, { pause: index }),
  step("wait", 9, { seconds: fc.constantFrom(1, 6, 20, 61, 125, 700, 3700) }),
  step("reap", 6, {}),
);

/** Sequences of steps that begin with some work to do. */
export const sequences = (longest: number) =>
  fc.noBias(
    fc
      .tuple(
        request.arbitrary,
        request.arbitrary,
        single.arbitrary,
        fc.array(anyStep, { minLength: 20, maxLength: longest, size: "max" }),
      )
      .map(([one, other, third, steps]) => [one, other, third, ...steps]),
  );
