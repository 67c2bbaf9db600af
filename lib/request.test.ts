import { describe, expect, it } from "vitest";
import { readBody, readQuery } from "./request.ts";

const query = (search: string) => readQuery(new Request(`http://studio/api/jobs?${search}`));
const body = (text: string) => readBody(new Request("http://studio/", { method: "POST", body: text }));

describe("a query string", () => {
  it("gives a word for a key, and a list for a key that is repeated", () => {
    expect(query("a=1&b=2&a=3&a=")).toEqual({ a: ["1", "3", ""], b: "2" });
    expect(query("")).toEqual({});
  });

  it("with the name of something that every object has is only a key", () => {
    const read = query("__proto__=1&constructor=2");
    expect(Object.keys(read)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});

describe("a body", () => {
  it("is JSON, or nothing", async () => {
    expect(await body('{"theme": "farm"}')).toEqual({ theme: "farm" });
    expect(await body(" \n")).toEqual({});
  });

  it.each(["{", '{"theme": "a\\u0000b"}', "theme"])("that is none is refused: %s", async (text) => {
    await expect(body(text)).rejects.toMatchObject({ code: "bad_request" });
  });

  it("over a megabyte is refused, also when it does not say its size", async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new TextEncoder().encode("x".repeat(100_000))),
    });
    const request = new Request("http://studio/", {
      method: "POST",
      body: stream,
      duplex: "half",
    } as RequestInit);
    await expect(readBody(request)).rejects.toMatchObject({ code: "payload_too_large" });
  });
});
