import { describe, expect, it } from "vitest";
import fc from "../../../tests/setup/properties.ts";
import { readForm } from "./multipart.ts";
import { RequestBody } from "./request-body.ts";

/** A request whose body arrives in pieces that end where the test says. */
function requestOf(bytes: Uint8Array, cuts: number[], contentType: string): Request {
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  let from = 0;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const end of ends) {
        if (end > from) controller.enqueue(bytes.slice(from, end));
        from = Math.max(from, end);
      }
      controller.close();
    },
  });
  const init = { method: "POST", body, duplex: "half", headers: { "content-type": contentType } };
  return new Request("http://127.0.0.1/", init as RequestInit);
}

async function read(bytes: Uint8Array, cuts: number[], contentType: string) {
  const form = await readForm(new RequestBody(requestOf(bytes, cuts, contentType)), contentType);
  const parts: Buffer[] = [];
  for await (const chunk of form.chunks) parts.push(Buffer.from(chunk));
  return { ...form, file: Buffer.concat(parts) };
}

/** What the platform's own form encoder makes of these fields and this file, as storage-js sends them. */
async function encode(fields: [string, string][], file: Uint8Array, name = "blob") {
  const form = new FormData();
  for (const [field, value] of fields) form.append(field, value);
  form.append("", new Blob([new Uint8Array(file)], { type: "image/png" }), name);
  const request = new Request("http://127.0.0.1/", { method: "POST", body: form });
  const bytes = new Uint8Array(await request.arrayBuffer());
  return { bytes, contentType: request.headers.get("content-type") ?? "" };
}

describe("a form", () => {
  it("gives back its fields and its file, wherever the pieces are cut", async () => {
    const fields = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[\w\\ ;=.-]{1,6}$/), fc.string({ maxLength: 60, unit: "grapheme" })),
      { maxLength: 5, selector: ([field]) => field },
    );
    const tricky = fc.constantFrom("\r\n", "--", "\r\n--", "-", "\r");
    const file = fc.oneof(
      fc.uint8Array({ maxLength: 3000 }),
      fc.array(tricky, { maxLength: 60 }).map((pieces) => new Uint8Array(Buffer.from(pieces.join("")))),
    );
    const cuts = fc.array(fc.nat(5000), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fields, file, cuts, async (given, content, at) => {
        const { bytes, contentType } = await encode(given, content);
        const form = await read(bytes, at, contentType);
        expect(form.file.equals(content)).toBe(true);
        expect(form.contentType).toBe("image/png");
        // Forms are sent with every line end as CR LF.
        for (const [name, value] of given)
          expect(form.fields.get(name)).toBe(value.replaceAll(/\r\n|\r|\n/g, "\r\n"));
        expect(form.fields.size).toBe(given.length);
      }),
      { numRuns: 300 },
    );
  });

  it("survives a cut after every single byte", async () => {
    const { bytes, contentType } = await encode([["cacheControl", "3600"]], Buffer.from("\r\n--x\r\n\r\n"));
    const form = await read(bytes, [...bytes.keys()], contentType);
    expect([form.file.toString(), form.fields.get("cacheControl")]).toEqual(["\r\n--x\r\n\r\n", "3600"]);
  });

  it("is refused when it is broken, endless or without a file", async () => {
    const { bytes, contentType } = await encode([["a", "b"]], Buffer.from("tiger"));
    const cases: [bytes: Uint8Array, contentType: string, message: string][] = [
      [bytes.slice(0, -12), contentType, "ended before"],
      [bytes.slice(0, 40), contentType, "ended before"],
      [bytes, "multipart/form-data", "Boundary not found"],
      [bytes, "multipart/form-data; boundary=other", "ended before"],
      [Buffer.from("--x\r\nA: b\r\n\r\n1\r\n--x--"), "multipart/form-data; boundary=x", "No content"],
      [Buffer.from(`--x\r\n${"A".repeat(20_000)}`), "multipart/form-data; boundary=x", "too long a header"],
    ];
    for (const [body, type, message] of cases) await expect(read(body, [], type)).rejects.toThrow(message);
    const many = Array.from({ length: 11 }, (_, index): [string, string] => [`f${index}`, "x"]);
    const crowded = await encode(many, Buffer.from("x"));
    await expect(read(crowded.bytes, [], crowded.contentType)).rejects.toThrow("too many fields");
  });
});
