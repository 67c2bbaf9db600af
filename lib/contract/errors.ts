/** Every error that a door may answer: its HTTP status and an English title. SQL raises the same codes. */
export const errorCodes = {
  bad_request: { status: 400, title: "The request cannot be read" },
  invalid_credentials: { status: 401, title: "Wrong e-mail or password" },
  not_signed_in: { status: 401, title: "Sign in first" },
  forbidden: { status: 403, title: "Your account may not do this" },
  not_found: { status: 404, title: "There is nothing here" },
  slug_taken: { status: 409, title: "This address is taken" },
  email_taken: { status: 409, title: "This e-mail address already has an account" },
  already_running: { status: 409, title: "This is being worked on already" },
  already_member: { status: 409, title: "This person is here already" },
  too_many_people: { status: 409, title: "There are as many people and links as there can be" },
  nothing_to_do: { status: 409, title: "There is nothing to do" },
  nothing_to_publish: { status: 409, title: "There is no finished card to publish" },
  stale_attempt: { status: 409, title: "Another worker holds this job now" },
  changed_meanwhile: { status: 409, title: "Somebody changed this meanwhile" },
  duplicate_concept: { status: 409, title: "This universe has such a card already" },
  job_finished: { status: 409, title: "This job has ended already" },
  payload_too_large: { status: 413, title: "The request is too large" },
  file_unusable: { status: 422, title: "This file cannot be used" },
  validation_failed: { status: 422, title: "Some fields need a correction" },
  prompt_blocked: { status: 422, title: "These words are not for children" },
  rate_limited: { status: 429, title: "Too many requests" },
  out_of_credits: { status: 429, title: "There are no credits left for this" },
  internal: { status: 500, title: "Something went wrong on our side" },
  provider_unavailable: { status: 503, title: "The models cannot be reached" },
  moderation_unavailable: { status: 503, title: "The words cannot be judged right now" },
  model_unavailable: { status: 503, title: "This model is not offered right now" },
  model_not_configured: { status: 503, title: "No model is set up for this" },
  paused: { status: 503, title: "This work is paused" },
  database_read_only: { status: 503, title: "The studio can only be read for the moment" },
  database_unavailable: { status: 503, title: "The database cannot be reached" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCodes;

/** True for a word of the list above. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(errorCodes, code);
}
