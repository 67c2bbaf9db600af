import type { IncomingMessage, ServerResponse } from "node:http";
import { Problem } from "./problems.ts";

/** Largest request body, in bytes. */
const maxBody = 1_000_000;

/** Sends a JSON answer. */
export function answer(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    "cache-control": "no-store",
    ...headers,
  });
  response.end(text);
}

/** Sends a problem as Replicate does. */
export function answerProblem(response: ServerResponse, problem: Problem): void {
  answer(response, problem.status, problem, {
    "content-type": "application/problem+json",
    ...problem.headers,
  });
}

/** Reads a JSON object from the request. Throws a Problem 400 for anything else, 413 when it is too large. */
export async function readObject(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBody)
      throw new Problem(413, "Request too large", `The body is larger than ${maxBody} bytes.`);
    chunks.push(chunk);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Falls through to the same answer as for a JSON value that is no object.
  }
  throw new Problem(400, "Bad request", "The request body must be a JSON object.");
}
