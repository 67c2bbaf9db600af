import { expect, it, vi } from "vitest";
import { putPictureFirst } from "./picture-first.ts";

const body = '<body class="a"><p class="b">one</p></body>';
const link = (name: string) =>
  `<link rel="stylesheet" href="/_next/static/chunks/${name}.css" data-precedence="next"/>`;
const script = '<script src="/_next/static/chunks/main.js" id="_R_" async=""></script>';
const part = '<script src="/_next/static/chunks/part.js" async=""></script>';
const old = '<script src="/_next/static/chunks/old.js" noModule=""></script>';
const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/main.js"/>';
const read = async (path: string) => `.a{from:"${path}"}.c{x:1}`;

it("puts the wanted styles in the place of the first sheet, and what asks for the rest where the scripts began", async () => {
  const page = `<head>${link("one")}${preload}${part}${link("two")}${old}</head>${body}${script}`;
  const painted = await putPictureFirst(page, read);
  expect(painted.style).toBe(
    '.a{from:"/_next/static/chunks/one.css"}.a{from:"/_next/static/chunks/two.css"}',
  );
  expect(painted.html).toBe(
    `<head><style>${painted.style}</style>${old}</head>${body}<script>${painted.script}</script>`,
  );
});

it("leaves a page alone that has no sheet, or whose scripts are not to be found, or whose styles would end early", async () => {
  for (const [html, sheet] of [
    [body + script, ".a{x:1}"],
    [link("one") + body, ".a{x:1}"],
    [link("one") + body + script, '.a{content:"</style>"}'],
  ] as const)
    expect(await putPictureFirst(html, async () => sheet)).toEqual({ html, style: null, script: null });
});

it("fails when a sheet cannot be read, so that no page without its styles is kept", async () => {
  const gone = () => Promise.reject(new Error("gone"));
  await expect(putPictureFirst(link("one") + body + script, gone)).rejects.toThrow("gone");
});

interface Asked {
  src?: string;
  href?: string;
  dataset: { precedence?: string };
}

/** Runs what the page runs, in as much of a browser as it touches. Gives what it asked for, and how to tell it things. */
async function run(picture: { complete: boolean } | null) {
  const { script: text } = await putPictureFirst(link("one") + part + body + script, read);
  const asked: string[] = [];
  const told = new Map<string, () => void>();
  const listen = (name: string, hear: () => void) => void told.set(name, hear);
  const document = {
    createElement: () => ({ dataset: {} }),
    querySelector: () => picture && { ...picture, addEventListener: listen },
    head: {
      append: ({ src, href, dataset }: Asked) => asked.push([src ?? href, dataset.precedence].join(" ")),
    },
  };
  const wait = vi.fn();
  new Function("document", "addEventListener", "setTimeout", text ?? "")(document, listen, wait);
  const [[runOut, patience] = []] = wait.mock.calls;
  return { asked, tell: (name: string) => told.get(name)?.(), runOut, patience };
}

const all = [
  "/_next/static/chunks/one.css next",
  "/_next/static/chunks/part.js ",
  "/_next/static/chunks/main.js ",
];

it.each([null, { complete: true }])("asks at once where the picture is %j", async (picture) => {
  expect((await run(picture)).asked).toEqual(all);
});

it.each(["load", "error", "pointerdown", "keydown"])("waits for the picture, until %s", async (name) => {
  const { asked, tell } = await run({ complete: false });
  expect(asked).toEqual([]);
  tell(name);
  expect(asked).toEqual(all);
});

it("waits no longer than two seconds, and asks once", async () => {
  const { asked, tell, runOut, patience } = await run({ complete: false });
  expect(patience).toBe(2000);
  runOut();
  tell("load");
  expect(asked).toEqual(all);
});
