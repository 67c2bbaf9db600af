import { readFile } from "node:fs/promises";
import { beforeAll, vi } from "vitest";

// Deno reads files by fetch, as the decoders of pictures do with their programs; Node does not. Files of tests share their
// workers, and a decoder that did not find its program once does not look again: so each file has this.
beforeAll(() => {
  const network = fetch;
  vi.stubGlobal("fetch", async (input: string | URL | Request, init?: RequestInit) =>
    String(input).startsWith("file:")
      ? new Response(await readFile(new URL(String(input))), {
          headers: { "content-type": "application/wasm" },
        })
      : network(input, init),
  );
});
