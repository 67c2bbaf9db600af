import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { JobFailure } from "../../supabase/functions/_shared/failure.ts";
import { fetchOutput, isAllowedOutput } from "../../supabase/functions/_shared/output-file.ts";

const hosted = { providerUrl: "https://api.replicate.com/v1" };
let reached = 0;
/** How many answers that announced 200 MB were hung up on. */
let announced = 0;
const pages: Record<string, (response: ServerResponse) => void> = {
  "/good": (response) => response.end("the bytes"),
  "/gone": (response) => response.writeHead(404).end("gone"),
  "/moved": (response) => response.writeHead(302, { location: "/good" }).end(),
  "/short": (response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("ten bytes.");
    response.destroy();
  },
  "/announced": (response) => {
    response.writeHead(200, { "content-length": "200000000" });
    response.write("the first of many bytes");
    response.on("close", () => {
      announced += 1;
    });
  },
  "/large": (response) => {
    const block = Buffer.alloc(1_048_576);
    const next = () => {
      if (!response.destroyed) response.write(block, next);
    };
    response.on("error", () => {});
    next();
  },
};
const server = createServer((request, response) => {
  reached += 1;
  const page = pages[request.url ?? ""];
  if (page) page(response);
  else response.writeHead(500).end();
});
let base: string;
const environment = () => ({ ...hosted, providerUrl: `${base}/v1` }) as Parameters<typeof fetchOutput>[1];
const codeOf = async (output: unknown) => {
  const error = await fetchOutput(output, environment()).then(
    () => null,
    (reason) => reason,
  );
  return error instanceof JobFailure ? `${error.failure.code} ${error.failure.isRetryable}` : error;
};

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe("where outputs may lie", () => {
  it("is on the provider's delivery hosts, by https alone", () => {
    const allowed = ["https://replicate.delivery/a.webp", "https://pbxt.replicate.delivery/x/out-0.png"];
    for (const url of allowed) expect(isAllowedOutput(new URL(url), hosted)).toBe(true);
  });

  it("is nowhere else", () => {
    const refused = [
      "http://replicate.delivery/a.webp",
      "https://replicate.delivery.evil.test/a",
      "https://evilreplicate.delivery/a",
      "https://replicate.delivery:8443/a",
      "https://user@replicate.delivery/a",
      "https://127.0.0.1/a",
      "http://169.254.169.254/latest/meta-data",
      "file:///etc/passwd",
      "data:image/png;base64,AAAA",
    ];
    for (const url of refused) expect(isAllowedOutput(new URL(url), hosted)).toBe(false);
  });

  it("is on the very server that the provider's address names, no other port of it", () => {
    expect(isAllowedOutput(new URL(`${base}/files/a`), { providerUrl: `${base}/v1` })).toBe(true);
    expect(isAllowedOutput(new URL("http://127.0.0.1:9/files/a"), { providerUrl: `${base}/v1` })).toBe(false);
  });
});

describe("fetching an output", () => {
  it("gives its bytes", async () => {
    expect(new TextDecoder().decode(await fetchOutput(`${base}/good`, environment()))).toBe("the bytes");
  });

  it("says so when the file has expired, and has nothing paid for twice", async () => {
    expect(await codeOf(`${base}/gone`)).toBe("provider_output_expired false");
  });

  it("does not follow a redirect", async () => {
    reached = 0;
    expect(await codeOf(`${base}/moved`)).toBe("provider_output_unusable true");
    expect(reached).toBe(1);
  });

  it("refuses what is announced as too large without reading it", async () => {
    announced = 0;
    expect(await codeOf(`${base}/announced`)).toBe("provider_output_unusable true");
    await expect.poll(() => announced).toBe(1);
  });

  it("refuses what is cut off, too large, on another host, or no address at all", async () => {
    const outputs = [
      `${base}/short`,
      `${base}/large`,
      `${base}/broken`,
      "https://evil.test/a.png",
      null,
      [],
      {},
      "x",
    ];
    for (const output of outputs) expect(await codeOf(output)).toBe("provider_output_unusable true");
  });
});
