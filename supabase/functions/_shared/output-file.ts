import type { Environment } from "./environment.ts";
import { JobFailure } from "./failure.ts";

const maxBytes = 25 * 1_048_576;
const timeout = 30_000;
/** A model that gives rubbish is asked once more, not three times. */
const worthRetries = 1;

/** The failure of an output that cannot be used. */
export function unusable(reason: string, detail: Record<string, unknown> = {}): JobFailure {
  return new JobFailure({
    code: "provider_output_unusable",
    message: "The model gave no usable file.",
    detail: { reason, ...detail },
    isRetryable: true,
    maxRetries: worthRetries,
  });
}

/** Nothing is asked for and paid again by itself: if one output expired, so may have a thousand. */
function expired(status: number): JobFailure {
  return new JobFailure({
    code: "provider_output_expired",
    message: "The file was gone before it could be stored. Make it again.",
    detail: { status },
    isRetryable: false,
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

async function readCapped(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = () => unusable("The file is larger than 25 MB.");
  if (Number(answer.headers.get("content-length")) > maxBytes) throw tooLarge();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw tooLarge();
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
 * Downloads one file of a prediction's output: from an allowed host only, no redirects, at most 25 MB, 30 s. Throws
 * JobFailure when it is no address, when it has expired, or when it cannot be had.
 */
export async function fetchOutput(
  output: unknown,
  environment: Environment,
  send: typeof fetch = fetch,
): Promise<Uint8Array<ArrayBuffer>> {
  if (typeof output !== "string" || !URL.canParse(output)) throw unusable("The answer has no file.");
  const url = new URL(output);
  if (!isAllowedOutput(url, environment))
    throw unusable("The file lies on another host.", { host: url.host });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeout)]);
  try {
    const answer = await send(url, { redirect: "error", signal });
    if (answer.status === 404 || answer.status === 410) throw expired(answer.status);
    if (answer.status >= 400) throw unusable("The file was refused.", { status: answer.status });
    return await readCapped(answer);
  } catch (error) {
    // Whatever is still on its way is not wanted.
    stop.abort();
    if (error instanceof JobFailure) throw error;
    throw unusable("The file could not be downloaded.", { error: String(error).slice(0, 200) });
  }
}
