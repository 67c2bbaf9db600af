import type { Failure } from "./failure.ts";
import type { ProviderRefusal } from "./provider-refusal.ts";

const refused = new Set([401, 402, 403]);
const unreachable = (status: number | null) => status === null || status >= 500 || status === 408;

/** "The specified version does not exist (or perhaps you don't have permission to use it?)" and the like. */
const goneWords =
  /\b(version|model)\b[^.]*\b(does(n't| not) exist|not found|no longer|not permitted|unavailable|deprecated|disabled|(been|was) (removed|deleted))/i;
/** A field that is missing, unknown or of another type comes from our mapping, never from what a person wrote. */
const schemaFaults = new Set(["required", "additional_property_not_allowed", "invalid_type"]);

function isModelGone({ status, problem, body }: ProviderRefusal): boolean {
  if (status === 404) return true;
  if (status !== 422) return false;
  const fields = Array.isArray(problem?.invalid_fields) ? problem.invalid_fields : [];
  if (fields.length > 0) return fields.some((field) => schemaFaults.has(field?.type));
  return goneWords.test(problem ? `${problem.title}. ${problem.detail}` : body);
}

/**
 * What a refused request means for the job; `fail_job` decides by the code: busy holds all models, refused pauses
 * them, unavailable marks the model.
 */
export function failureOfRefusal(refusal: ProviderRefusal): Failure {
  const { status, body, retryAfterSeconds } = refusal;
  const detail = { status, answer: body };
  if (unreachable(status)) {
    const message = "The model could not be reached.";
    return { code: "provider_unreachable", message, detail, isRetryable: true, retryAfterSeconds };
  }
  if (status === 429) {
    const message = "The models are busy.";
    return { code: "provider_busy", message, detail, isRetryable: true, retryAfterSeconds };
  }
  if (refused.has(status ?? 0))
    return {
      code: "provider_refused",
      message: "The models are not available now.",
      detail,
      isRetryable: false,
    };
  if (isModelGone(refusal))
    return {
      code: "model_unavailable",
      message: "This model is not offered any more.",
      detail,
      isRetryable: false,
    };
  return {
    code: "provider_rejected_input",
    message: "The model did not take this.",
    detail,
    isRetryable: false,
  };
}
