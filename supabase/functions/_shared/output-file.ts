import type { Environment } from "./environment.ts";
import { JobFailure } from "./failure.ts";

const maxBytes = 25 * 1_048_576;
const timeout = 30_000;

export function unusable(reason: string, detail: Record<string, unknown> = {}): JobFailure {
  return new JobFailure({
    code: "provider_output_unusable",
    message: "The model gave no usable picture.",
    detail: { reason, ...detail },
    isRetryable: true,
  });
}

/** Outputs come from Replicate's delivery hosts by https, or from the very server that REPLICATE_BASE_URL names. */
export function isAllowedOutput(url: URL, { providerUrl }: Pick<Environment, "providerUrl">): boolean {
  if (url.username || url.password) return false;
  if (url.origin === new URL(providerUrl).origin) return true;
  return (
    url.protocol === "https:" && url.port === "" && /^([a-z0-9-]+\.)*replicate\.delivery$/.test(url.hostname)
  );
}

function firstUrl(output: unknown): URL {
  const first: unknown = Array.isArray(output) ? output[0] : output;
  if (typeof first !== "string" || !URL.canParse(first)) throw unusable("The answer has no file.");
  return new URL(first);
}

async function readCapped(body: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > maxBytes) throw unusable("The file is larger than 25 MB.");
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

/**
 * Downloads the first file of a prediction's output: from an allowed host only, no redirects, at most 25 MB, 30 s.
 * Throws JobFailure when there is none, when it has expired, or when it cannot be had.
 */
export async function fetchOutput(
  output: unknown,
  environment: Environment,
  send: typeof fetch = fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  const url = firstUrl(output);
  if (!isAllowedOutput(url, environment))
    throw unusable("The file lies on another host.", { host: url.host });
  let answer: Response;
  try {
    answer = await send(url, { redirect: "error", signal: AbortSignal.timeout(timeout) });
    if (answer.status < 400 && answer.body) return await readCapped(answer.body);
  } catch (error) {
    if (error instanceof JobFailure) throw error;
    throw unusable("The file could not be downloaded.", { error: String(error).slice(0, 200) });
  }
  await answer.body?.cancel();
  if (answer.status !== 404 && answer.status !== 410)
    throw unusable("The file was refused.", { status: answer.status });
  throw new JobFailure({
    code: "provider_output_expired",
    message: "The picture was gone before it could be stored.",
    detail: { status: answer.status },
    isRetryable: true,
  });
}
