/**
 * Runs in a Deno worker: loads one Edge Function and serves it on a loopback port. Stands in for the hosted isolate:
 * `export default { fetch }` and `Deno.serve(handler)` are both understood, and `EdgeRuntime.waitUntil` keeps the
 * process at work after the response. Unlike hosted, `beforeunload` is not raised.
 */
import { beginMark, type Notice, type Pulse, requestIdHeader } from "./messages.ts";

type Handler = (request: Request, info?: unknown) => Response | Promise<Response>;
interface ServeOptions {
  handler?: Handler;
  onError?: (error: unknown) => Response | Promise<Response>;
}

declare const Deno: {
  serve(options: object, handler: Handler): unknown;
  exit(code?: number): never;
  memoryUsage(): { heapUsed: number; external: number };
  stdout: { writeSync(bytes: Uint8Array): number };
};
declare const self: {
  postMessage(message: Notice | Pulse): void;
  onmessage: ((event: { data: string }) => void) | null;
};

const beatMilliseconds = 250;
const listen = Deno.serve;
const encoder = new TextEncoder();
let served: { handler: Handler; onError?: ServeOptions["onError"] } | undefined;
let requests = 0;
let background = 0;
let pulse: ReturnType<typeof setInterval> | undefined;

function beat() {
  if (requests + background === 0) {
    clearInterval(pulse);
    pulse = undefined;
    self.postMessage({ kind: "idle" });
    return;
  }
  const { heapUsed, external } = Deno.memoryUsage();
  self.postMessage({ kind: "beat", memoryBytes: heapUsed + external });
}

function startPulse() {
  if (pulse !== undefined) return;
  pulse = setInterval(beat, beatMilliseconds);
  beat();
}

function countBackground(change: 1 | -1) {
  background += change;
  self.postMessage({ kind: "background", open: background });
}

function waitUntil<T>(work: Promise<T>): Promise<T> {
  countBackground(1);
  startPulse();
  Promise.resolve(work).then(
    () => countBackground(-1),
    (error) => {
      countBackground(-1);
      console.error("A promise given to EdgeRuntime.waitUntil was rejected:", error);
    },
  );
  return work;
}

async function answer(handler: Handler, request: Request, info: unknown): Promise<Response> {
  // Written at once and before anything else, so that it is there even when the process is killed the moment after.
  Deno.stdout.writeSync(encoder.encode(`\n${beginMark}${request.headers.get(requestIdHeader)}\n`));
  requests += 1;
  startPulse();
  try {
    return await handler(request, info);
  } finally {
    requests -= 1;
  }
}

function captureServe(first: Handler | ServeOptions, second?: Handler) {
  const options = typeof first === "function" ? {} : first;
  const handler = typeof first === "function" ? first : (second ?? first.handler);
  if (!handler) throw new TypeError("Deno.serve was called without a handler");
  served = { handler, onError: options.onError };
  return {
    finished: new Promise<void>(() => {}),
    addr: { transport: "tcp", hostname: "0.0.0.0", port: 9999 },
    shutdown: async () => {},
    ref() {},
    unref() {},
  };
}

async function start(entrypoint: string) {
  Object.assign(globalThis, { EdgeRuntime: { waitUntil } });
  Object.assign(Deno, {
    serve: captureServe,
    exit(code = 0) {
      self.postMessage({ kind: "ending", cause: "failed", detail: `The function called Deno.exit(${code})` });
      throw new Error("Deno.exit ends an Edge Function");
    },
  });
  const module = await import(entrypoint);
  const exported = module.default;
  if (!served && typeof exported?.fetch === "function")
    served = { handler: (request, info) => exported.fetch(request, info) };
  if (!served) throw new Error("The entry module neither exports default { fetch } nor calls Deno.serve");
  const { handler, onError } = served;
  const onListen = ({ port }: { port: number }) => self.postMessage({ kind: "ready", port });
  listen({ hostname: "127.0.0.1", port: 0, onListen, ...(onError ? { onError } : {}) }, (request, info) =>
    answer(handler, request, info),
  );
}

self.onmessage = (event) => {
  self.onmessage = null;
  start(event.data).catch((error) => {
    console.error(error);
    self.postMessage({ kind: "ending", cause: "failed", detail: String(error) });
  });
};
