import { type ErrorCode, errorCodes, isErrorCode } from "../../../lib/contract/errors.ts";
import { JobFailure } from "../_shared/failure.ts";

/** Thrown to refuse a file with one of the product's codes. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly code: ErrorCode;
  readonly detail: string;
  constructor(code: ErrorCode, detail = "") {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

interface CallError {
  message: string;
  details: string | null;
}

/** The refusal of an SQL function; an Error when the database itself failed. */
export function refusalOf({ message, details }: CallError): Error {
  return isErrorCode(message) ? new Refusal(message, details ?? "") : new Error(message);
}

/** What the caller is told of anything that was thrown: code, words and, of a bad file, what is wrong with it. */
export function answerRefusal(error: unknown): Response {
  const answer = (code: ErrorCode, detail: string, fault?: unknown) =>
    Response.json({ code, detail, ...(fault ? { fault } : {}) }, { status: errorCodes[code].status });
  if (error instanceof Refusal) return answer(error.code, error.detail);
  if (error instanceof JobFailure)
    return answer("file_unusable", String(error.failure.detail?.reason ?? ""), error.failure.detail?.fault);
  console.error(String(error));
  return answer("internal", "");
}
