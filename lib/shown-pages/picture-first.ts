import { stylesFor } from "./first-styles.ts";

const sheet = /<link rel="stylesheet" href="(\/_next\/static\/[^"?]+\.css)[^"]*" data-precedence="[^"]*"\/>/g;
const script = /<script src="([^"]+)" (?:id="_R_" )?async=""><\/script>/g;
const firstScript = /<script src="[^"]+" id="_R_" async=""><\/script>/;
const preload = /<link rel="preload" as="script"[^>]*\/>/g;

/** How long a picture that does not come keeps the code waiting, in milliseconds. */
const patienceMs = 2000;

/**
 * What the page runs itself: its styles and scripts are asked for when its first picture has come and was painted, so that they
 * share neither a narrow network nor a slow processor with it; sooner when somebody touches the page. Chromium may offer to install the
 * studio before that, and offers once: it is held back for an adult, as `components/viewer/offline/install-offer.ts` does elsewhere.
 */
const loader = (sheets: string[], scripts: string[]) => `(() => {
  let isAsked = false;
  const ask = () => {
    if (isAsked) return;
    isAsked = true;
    const element = (tag, rest) => Object.assign(document.createElement(tag), rest);
    const sheets = ${JSON.stringify(sheets)}.map((href) => element("link", { rel: "stylesheet", href }));
    for (const { dataset } of sheets) dataset.precedence = "next";
    const scripts = ${JSON.stringify(scripts)}.map((src) => element("script", { async: true, src }));
    document.head.append(...sheets, ...scripts);
  };
  const askSoon = () => requestAnimationFrame(() => setTimeout(ask));
  const picture = document.querySelector("img[fetchpriority=high]");
  if (!picture || picture.complete) askSoon();
  else for (const name of ["load", "error"]) picture.addEventListener(name, askSoon);
  for (const name of ["pointerdown", "keydown"]) addEventListener(name, ask, { once: true, passive: true });
  setTimeout(ask, ${patienceMs});
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    window.installOffer = event;
  });
})()`;

export interface PaintedPage {
  html: string;
  /** The text of what stands in the page now, for its security policy; null where the page is as it was. */
  style: string | null;
  script: string | null;
}

/**
 * Has a page painted before its style sheets and scripts have come: the rules that it needs as it stands are in it, and the rest follows its
 * first picture. Leaves a page alone whose parts are not where they are expected.
 */
export async function putPictureFirst(
  html: string,
  read: (path: string) => Promise<string>,
): Promise<PaintedPage> {
  const links = [...html.matchAll(sheet)].map(([, path = ""]) => path);
  const untouched = { html, style: null, script: null };
  if (links.length === 0 || !firstScript.test(html)) return untouched;
  const texts = await Promise.all(links.map(async (path) => stylesFor(html, await read(path), path)));
  const style = texts.join("");
  // Nothing in a style element is escaped, so that it would end there.
  if (style.includes("</")) return untouched;
  const late = loader(
    links,
    [...html.matchAll(script)].map(([, path = ""]) => path),
  );
  let isFirst = true;
  const painted = html
    .replace(sheet, () => {
      if (!isFirst) return "";
      isFirst = false;
      return `<style>${style}</style>`;
    })
    .replace(preload, "")
    .replace(firstScript, () => `<script>${late}</script>`)
    .replace(script, "");
  return { html: painted, style, script: late };
}
