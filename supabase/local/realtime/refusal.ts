import { InvalidToken } from "./identity.ts";
import { PolicyFailed } from "./policies.ts";

/** Thrown when no policy lets the caller read the topic. */
export class Unauthorized extends Error {}

/** Thrown while joining when the request cannot be served; the message is for the client. */
export class RefusedJoin extends Error {}

/** The text that a client is given when it may not join, or not stay. */
export function reasonFor(error: unknown, topic: string): string {
  if (error instanceof Unauthorized)
    return `Unauthorized: You do not have permissions to read from this Channel topic: ${topic}`;
  if (error instanceof InvalidToken) return `InvalidJWTToken: ${error.message}`;
  if (error instanceof RefusedJoin) return error.message;
  if (error instanceof PolicyFailed)
    return `RlsPolicyError: A policy on realtime.messages failed for topic ${topic}: ${error.message}`;
  return "UnableToConnectToProject: Realtime was unable to connect to the project database";
}

/** True for refusals that are the client's own doing, and no sign of trouble in the stack or its policies. */
export function isExpected(error: unknown): boolean {
  return error instanceof Unauthorized || error instanceof InvalidToken || error instanceof RefusedJoin;
}
