/** One thing that a vector drawing paints: its markup within the groups around it, all painted white and solid. */
export type Shape = { svg: string };

type Tag = { name: string; attributes: string; kind: "open" | "close" | "whole" };

const DRAWN = new Set(["path", "rect", "circle", "ellipse", "polygon", "line", "polyline"]);
const FAINT = 0.93;
const THINNEST_STROKE = 0.35;

/**
 * The solid shapes of a vector drawing in the order in which they are painted, without the veils, blurs and glints
 * over them: what a sculptor would give a form of its own. The same outline painted twice counts once.
 */
export function solidShapes(body: string): Shape[] {
  const definitions = definitionsOf(body);
  // Of what is defined only clips shape anything; paints and filters would be read again for every shape.
  const clips = [...body.matchAll(/<clipPath\b[\s\S]*?<\/clipPath>/g)].map(([text]) => text).join("");
  const defs = clips ? `<defs>${clips}</defs>` : "";
  const seen = new Set<string>();
  const shapes: Shape[] = [];
  const groups: string[] = [];
  for (const tag of tagsOf(body.replace(/<(defs|clipPath|mask)\b[\s\S]*?<\/\1>/g, ""))) {
    if (tag.kind === "close") groups.pop();
    else if (tag.kind === "open") groups.push(tag.attributes);
    if (tag.kind === "close" || !DRAWN.has(tag.name)) continue;
    if (![...groups, tag.attributes].every((attributes) => isSolid(attributes, definitions))) continue;
    const markup = whitened(tag, groups, definitions);
    if (!markup || seen.has(markup)) continue;
    seen.add(markup);
    const around = groups.map((attributes) => `<g${keep(attributes)}>`).join("");
    shapes.push({ svg: `${defs}${around}${markup}${"</g>".repeat(groups.length)}` });
  }
  return shapes;
}

/** Every gradient and filter by its id. */
function definitionsOf(body: string): Map<string, string> {
  const found = body.matchAll(/<(linearGradient|radialGradient|filter)\b([^>]*)>([\s\S]*?)<\/\1>/g);
  return new Map(
    [...found].map(([, , attributes = "", inner = ""]) => [read(attributes, "id") ?? "", inner]),
  );
}

function* tagsOf(body: string): Generator<Tag> {
  for (const [, slash, name = "", attributes = "", end] of body.matchAll(
    /<(\/?)([a-zA-Z]+)([^>]*?)(\/?)>/g,
  )) {
    if (name === "svg") continue;
    yield { name, attributes, kind: slash ? "close" : end ? "whole" : "open" };
  }
}

function read(attributes: string, name: string): string | null {
  return attributes.match(new RegExp(`(?:^|\\s)${name}="([^"]*)"`))?.[1] ?? null;
}

/** Neither see-through nor blurred; an inner shadow or glint does not make a shape soft. */
function isSolid(attributes: string, definitions: Map<string, string>): boolean {
  if (Number(read(attributes, "opacity") ?? 1) < FAINT) return false;
  if (/mix-blend-mode/.test(attributes)) return false;
  const filter = definitions.get(read(attributes, "filter")?.match(/#([^)]+)/)?.[1] ?? "");
  return !filter?.includes("feGaussianBlur") || filter.includes('operator="arithmetic"');
}

function isSolidPaint(paint: string | null, definitions: Map<string, string>): boolean {
  if (!paint || paint === "none" || paint === "transparent") return false;
  const gradient = paint.match(/^url\(#([^)]+)\)/)?.[1];
  if (!gradient) return true;
  return !/stop-opacity="(0|\.[0-8]|0\.[0-8])/.test(definitions.get(gradient) ?? "");
}

/** The shape in plain white where it is solid, else nothing. */
function whitened(tag: Tag, groups: string[], definitions: Map<string, string>): string | null {
  const inherited = (name: string) =>
    [tag.attributes, ...groups.toReversed()]
      .map((attributes) => read(attributes, name))
      .find((value) => value !== null) ?? null;
  const isFilled =
    isSolidPaint(inherited("fill") ?? "#000", definitions) && Number(inherited("fill-opacity") ?? 1) >= FAINT;
  const isStroked =
    isSolidPaint(inherited("stroke"), definitions) &&
    Number(inherited("stroke-opacity") ?? 1) >= FAINT &&
    Number(inherited("stroke-width") ?? 1) >= THINNEST_STROKE;
  if (!isFilled && !isStroked) return null;
  const geometry = keep(tag.attributes);
  return `<${tag.name}${geometry} fill="${isFilled ? "#fff" : "none"}" stroke="${isStroked ? "#fff" : "none"}"/>`;
}

/** The attributes that place and shape a thing, without those that paint it. */
function keep(attributes: string): string {
  return attributes.replace(
    /\s(fill|stroke|opacity|fill-opacity|stroke-opacity|filter|style|mask)="[^"]*"/g,
    "",
  );
}
