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
  const told = new Map<string, (event?: object) => void>();
  const listen = (name: string, hear: (event?: object) => void) => void told.set(name, hear);
  const document = {
    createElement: () => ({ dataset: {} }),
    querySelector: () => picture && { ...picture, addEventListener: listen },
    head: {
      append: (...elements: Asked[]) =>
        asked.push(...elements.map(({ src, href, dataset }) => [src ?? href, dataset.precedence].join(" "))),
    },
  };
  const timers: [run: () => void, milliseconds?: number][] = [];
  const frames: (() => void)[] = [];
  const window: { installOffer?: unknown } = {};
  new Function("window", "document", "addEventListener", "setTimeout", "requestAnimationFrame", text ?? "")(
    window,
    document,
    listen,
    (...timer: (typeof timers)[number]) => timers.push(timer),
    (frame: () => void) => frames.push(frame),
  );
  return {
    asked,
    window,
    tell: (name: string, event?: object) => told.get(name)?.(event),
    /** Paints, and runs what waits for no time. */
    paint: () => {
      for (const frame of frames.splice(0)) frame();
      for (const [run, milliseconds] of timers) if (milliseconds === undefined) run();
    },
    patience: timers.find(([, milliseconds]) => milliseconds !== undefined),
  };
}

const all = [
  "/_next/static/chunks/one.css next",
  "/_next/static/chunks/part.js ",
  "/_next/static/chunks/main.js ",
];

it.each([null, { complete: true }])("asks after the first paint where the picture is %j", async (picture) => {
  const { asked, paint } = await run(picture);
  expect(asked).toEqual([]);
  paint();
  expect(asked).toEqual(all);
});

it.each(["load", "error"])("waits for the picture until %s, and for its paint", async (name) => {
  const { asked, tell, paint } = await run({ complete: false });
  paint();
  tell(name);
  expect(asked).toEqual([]);
  paint();
  expect(asked).toEqual(all);
});

it.each(["pointerdown", "keydown"])("waits no longer when somebody touches the page: %s", async (name) => {
  const { asked, tell } = await run({ complete: false });
  tell(name);
  expect(asked).toEqual(all);
});

it("waits no longer than two seconds, also where nothing is painted, and asks once", async () => {
  const { asked, tell, paint, patience } = await run({ complete: false });
  tell("load");
  expect(patience?.[1]).toBe(2000);
  patience?.[0]();
  paint();
  expect(asked).toEqual(all);
});

it("holds back for an adult what a browser offers before the scripts have come", async () => {
  const { window, tell } = await run({ complete: false });
  const offer = { preventDefault: vi.fn() };
  tell("beforeinstallprompt", offer);
  expect([window.installOffer, offer.preventDefault.mock.calls.length]).toEqual([offer, 1]);
});
