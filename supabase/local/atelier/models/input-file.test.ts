import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { readInputFile } from "./input-file.ts";

async function serve(listener: RequestListener): Promise<AsyncDisposable & { url: string }> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}

describe("an input file", () => {
  it("comes from a URL or out of a data URI, byte for byte", async () => {
    const bytes = Buffer.from([0, 1, 2, 250, 255]);
    await using server = await serve((_, response) => void response.end(bytes));
    expect(Buffer.from(await readInputFile(server.url, "picture"))).toEqual(bytes);
    const base64 = `data:image/png;base64,${bytes.toString("base64")}`;
    expect(Buffer.from(await readInputFile(base64, "picture"))).toEqual(bytes);
    expect(Buffer.from(await readInputFile("data:,a%00%FFb", "picture"))).toEqual(
      Buffer.from([97, 0, 255, 98]),
    );
  });

  it.each([
    ["file:///etc/passwd", "The picture must be an http(s) URL or a data URI."],
    ["ftp://example.org/a.png", "The picture must be an http(s) URL or a data URI."],
    ["http://", "The picture must be an http(s) URL or a data URI."],
    ["data:image/png;base64", "The picture is not a valid data URI."],
    ["http://127.0.0.1:9/a.png", "The picture could not be fetched: its server did not answer."],
  ])("is refused as %s", async (reference, message) => {
    await expect(readInputFile(reference, "picture")).rejects.toThrow(message);
  });

  it("tells what its server answered", async () => {
    await using server = await serve((_, response) => void response.writeHead(404).end());
    await expect(readInputFile(server.url, "voice")).rejects.toThrow(
      "The voice could not be fetched: its server answered 404.",
    );
  });

  it("is at most 25 MB large, whether its server says so before or not", async () => {
    const tooLarge = "The picture is larger than 25 MB.";
    await using honest = await serve((_, response) => {
      response.setHeader("content-length", 26 * 1024 * 1024).write("x");
    });
    await expect(readInputFile(honest.url, "picture")).rejects.toThrow(tooLarge);
    await using silent = await serve((_, response) => {
      for (let megabyte = 0; megabyte < 26; megabyte++) response.write(Buffer.alloc(1024 * 1024));
      response.end();
    });
    await expect(readInputFile(silent.url, "picture")).rejects.toThrow(tooLarge);
    const uri = `data:image/png;base64,${"A".repeat(36 * 1024 * 1024)}`;
    await expect(readInputFile(uri, "picture")).rejects.toThrow(tooLarge);
  });

  it("is given up when the run is cancelled", async () => {
    await using server = await serve((_, response) => void response.writeHead(200).write("never more"));
    const controller = new AbortController();
    const read = readInputFile(server.url, "picture", controller.signal);
    setImmediate(() => controller.abort(new Error("cancelled by its owner")));
    await expect(read).rejects.toThrow("cancelled by its owner");
  });
});
