import { expect, it } from "vitest";
import { closeCode, codeNamedIn } from "./code-closure.ts";

it("finds what a page, its scripts and its styles name, however each of them does", () => {
  const page =
    '<link href="/_next/static/chunks/0a-b_c.css"><script src="/_next/static/chunks/main~1.js?dpl=7"></script>' +
    '<script>self.__next_f.push([1,"I[5,[\\"/_next/static/chunks/viewer.js\\"]]"])</script><img src="/media/ab/cd.webp">';
  expect(codeNamedIn(page)).toEqual([
    "/_next/static/chunks/0a-b_c.css",
    "/_next/static/chunks/main~1.js",
    "/_next/static/chunks/viewer.js",
  ]);
  const script = 's.v(t=>Promise.all(["static/chunks/30g.js","static/chunks/2ju.css"].map(t=>s.l(t))))';
  expect(codeNamedIn(script)).toEqual(["/_next/static/chunks/30g.js", "/_next/static/chunks/2ju.css"]);
  const style = "@font-face{src:url(../media/nunito-s.p.1wz.woff2) format(woff2)}";
  expect(codeNamedIn(style)).toEqual(["/_next/static/media/nunito-s.p.1wz.woff2"]);
});

it("follows parts that are loaded only when asked for, once each, also in a circle", async () => {
  const texts: Record<string, string> = {
    "/_next/static/chunks/page.js": '"static/chunks/figure.js" "static/chunks/games.js"',
    "/_next/static/chunks/figure.js": '"static/chunks/three.js" "static/chunks/page.js"',
    "/_next/static/chunks/games.js": '"static/chunks/games.css"',
    "/_next/static/chunks/games.css": "url(../media/star.woff2)",
  };
  const read: string[] = [];
  const found = await closeCode('"/_next/static/chunks/page.js"', async (path) => {
    read.push(path);
    return texts[path] ?? "";
  });
  const all = [
    ...Object.keys(texts),
    "/_next/static/chunks/three.js",
    "/_next/static/media/star.woff2",
  ].sort();
  expect(found.sort()).toEqual(all);
  expect(read.sort()).toEqual(all);
});

it("is not whole when one part cannot be read", async () => {
  const read = () => Promise.reject(new TypeError("no network"));
  await expect(closeCode('"/_next/static/chunks/page.js"', read)).rejects.toThrow("no network");
});
