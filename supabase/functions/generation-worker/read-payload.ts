import type { z } from "zod";
import { JobFailure } from "../_shared/failure.ts";

/** Reads a job's payload. A payload that this worker does not understand fails for good: trying again cannot help. */
export function readPayload<Shape extends z.ZodType>(schema: Shape, payload: unknown): z.output<Shape> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new JobFailure({
    code: "invalid_payload",
    message: "This job cannot be read.",
    detail: { fields: parsed.error.issues.map((issue) => issue.path.join(".")) },
    isRetryable: false,
  });
}
