import { lighten, mix } from "../colour.ts";
import { contentId, linear, radial, short } from "../paint.ts";
import { turningMarks } from "./turning-marks.ts";

type Point = [x: number, y: number];

/** The parts that drawn machines and objects are built from, all in the paint of one main colour. */
export type Kit = ReturnType<typeof createKit>;

/** A drawing faces right, stands on y = 110 and fills about 160 by 110 units. */
export type Drawing = { colour: string; draw(kit: Kit): string };

/**
 * Makes the parts for one drawing; `defs()` holds their gradients and must be placed before them. A kit that is `jointed`
 * marks what can move, for `drawingParts` to take the drawing apart; the drawing itself looks the same. `turned` (0..1) is
 * how far a drum has turned about its length, which no turn of a part can show.
 */
export function createKit(main: string, jointed = false, turned = 0) {
  const defs: string[] = [];
  const shaded = (top: string, middle: string, bottom: string) => {
    const paint = linear([
      [0, top],
      [0.5, middle],
      [1, bottom],
    ]);
    defs.push(paint.defs);
    return paint.fill;
  };
  const round = (inner: string, middle: string, outer: string, at = 0.7) => {
    const paint = radial(
      [
        [0, inner],
        [at, middle],
        [1, outer],
      ],
      0.4,
      0.3,
      0.8,
    );
    defs.push(paint.defs);
    return paint.fill;
  };
  const paint = shaded(lighten(main, 0.22), main, mix(main, "#d2366b", 0.42));
  const paint2 = shaded(lighten(main, 0.05), mix(main, "#e0701a", 0.25), mix(main, "#b02a62", 0.5));
  const dark = shaded("#6a5a86", "#463a63", "#2a1f45");
  const steel = shaded("#ece6f7", "#c3b9d6", "#8f83ad");
  const glass = shaded("#8ff0ff", "#3fc3ff", "#2a8ff0");
  const soil = shaded("#c98a5c", "#9a5f3c", "#6f3f33");
  const grey = shaded("#f4f0fb", "#d2cae2", "#a79bc4");
  const tyre = round("#6b5b88", "#3d3158", "#221838");
  const hub = round("#ffffff", "#d9cfee", "#a596c8");
  const line = (points: Point[]) => points.map((point) => point.join(",")).join("L");
  const part = (name: string, svg: string) => (jointed ? `<!--${name}-->${svg}<!---->` : svg);
  /** What shows that a wheel turns: it is seen in videos only. */
  const spokes = (x: number, y: number, r: number, share: number) =>
    jointed ? part(`wheel ${x} ${y} ${short(r)}`, turningMarks(x, y, r, share)) : "";

  return {
    main,
    paint,
    paint2,
    dark,
    steel,
    glass,
    soil,
    grey,
    shaded,
    round,
    defs: () => defs.join(""),

    /** Something that moves by itself in a video: a boom, a bucket, a load. */
    part,
    spokes,
    turned,

    wheel: (x: number, y: number, r: number) =>
      `<circle cx="${x}" cy="${y}" r="${r}" fill="${tyre}"/><circle cx="${x}" cy="${y}" r="${r * 0.48}" fill="${paint}"/><circle cx="${x}" cy="${y}" r="${r * 0.25}" fill="${hub}"/>${spokes(x, y, r, 0.48)}`,

    track(x: number, y: number, w: number, h: number): string {
      const rollers = Math.round(w / (h * 0.95));
      const parts = [
        `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${h / 2}" fill="${tyre}"/><rect x="${x + 3}" y="${y + 3}" width="${w - 6}" height="${h - 6}" rx="${h / 2 - 3}" fill="#55467a"/>`,
      ];
      for (let at = 0; at < rollers; at++) {
        const cx = short(x + h / 2 + ((w - h) * at) / (rollers - 1));
        const r = h * (at === 0 || at === rollers - 1 ? 0.33 : 0.26);
        parts.push(
          `<circle cx="${cx}" cy="${y + h / 2}" r="${r.toFixed(1)}" fill="${hub}"/><circle cx="${cx}" cy="${y + h / 2}" r="${h * 0.1}" fill="#6a5a86"/>${spokes(cx, y + h / 2, r, 1)}`,
        );
      }
      const plates = (top: number) =>
        Array.from(
          { length: Math.floor((w - h) / 7) + 1 },
          (_, at) =>
            `<rect x="${short(x + h / 2 + at * 7)}" y="${top}" width="4" height="3" rx="1" fill="#2a1f45"/>`,
        ).join("");
      parts.push(part("tread forwards", plates(y - 1.4)), part("tread backwards", plates(y + h - 1.6)));
      return parts.join("");
    },

    box: (x: number, y: number, w: number, h: number, r = 4, fill = paint) =>
      `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}"/><rect x="${x + r * 0.7}" y="${y + 1.6}" width="${w - r * 1.4}" height="${Math.min(3, h * 0.12)}" rx="1.5" fill="#fff" opacity=".38"/>`,

    cab(x: number, y: number, w: number, h: number, backwards = false): string {
      const mirror = backwards ? ` transform="translate(${2 * x + w} 0) scale(-1 1)"` : "";
      const shell = `M${x + 3},${y}h${w - 8}q4,0 5,4l3,${h * 0.42}v${h * 0.58 - 6}q0,3-3,3H${x + 3}q-3,0-3-3V${y + 3}q0-3 3-3Z`;
      const window = `M${x + 4.5},${y + 5}h${w - 12}q2,0 2.6,2l2.6,${h * 0.36}q.5,3-2,3H${x + 4.5}Z`;
      return `<path d="${shell}" fill="${paint}"${mirror}/><path d="${window}" fill="${glass}"${mirror}/><path d="M${x + 7},${y + 8}l5,0l-5,${h * 0.28}Z" fill="#fff" opacity=".55"/>`;
    },

    arm(points: Point[], width: number, colour = main): string {
      const style = `fill="none" stroke-linejoin="round" stroke-linecap="round"`;
      const light = points.map(([x, y]): Point => [short(x - width * 0.12), short(y - width * 0.22)]);
      return `<path d="M${line(points)}" stroke="${colour}" stroke-width="${width}" ${style}/><path d="M${line(light)}" stroke="${lighten(colour, 0.4)}" stroke-width="${short(width * 0.22)}" opacity=".75" ${style}/>`;
    },

    pin: (x: number, y: number, r = 3.2) =>
      `<circle cx="${x}" cy="${y}" r="${r}" fill="${hub}"/><circle cx="${x}" cy="${y}" r="${r * 0.42}" fill="#5c4d7c"/>`,

    piston: (from: Point, to: Point) =>
      `<path d="M${from}L${to}" stroke="#8f83ad" stroke-width="5" stroke-linecap="round"/><path d="M${from}L${to}" stroke="#f4f0fb" stroke-width="2.2" stroke-linecap="round"/>`,

    beacon: (x: number, y: number) =>
      `<rect x="${x - 3}" y="${y - 6}" width="6" height="6" rx="2.6" fill="#ff8a1f"/><rect x="${x - 1.8}" y="${y - 5}" width="2" height="3" rx="1" fill="#ffe2a8"/>`,

    lamp: (x: number, y: number) => `<rect x="${x}" y="${y}" width="4" height="6" rx="1.8" fill="#fff3a8"/>`,

    vents: (x: number, y: number, w: number, rows = 3) =>
      `<path d="${Array.from({ length: rows }, (_, at) => `M${x},${y + at * 6.5}h${w}`).join("")}" stroke="#5c4d7c" stroke-width="2.4" stroke-linecap="round" opacity=".5"/>`,

    hazard(x: number, y: number, w: number, h: number): string {
      const stripes = Array.from(
        { length: Math.ceil(w / 8) + 2 },
        (_, at) => `<path d="M${x + at * 8 - 6},${y + h}l${h},${-h}h4l${-h},${h}Z" fill="#3b2f55"/>`,
      ).join("");
      const frame = `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="1.5"`;
      const id = contentId(frame);
      return `<defs><clipPath id="${id}">${frame}/></clipPath></defs><g clip-path="url(#${id})">${frame} fill="#ffd43b"/>${stripes}</g>`;
    },

    /** A lattice boom from one end to the other, `w` wide. */
    lattice(from: Point, to: Point, w: number, bays: number, colour = main): string {
      const [x1, y1] = from;
      const dx = to[0] - x1;
      const dy = to[1] - y1;
      const length = Math.hypot(dx, dy);
      const nx = (-dy / length) * w;
      const ny = (dx / length) * w;
      let d = `M${x1},${y1}L${to}M${short(x1 + nx)},${short(y1 + ny)}L${short(to[0] + nx)},${short(to[1] + ny)}`;
      for (let at = 0; at < bays; at++) {
        const a: Point = [short(x1 + (dx * at) / bays), short(y1 + (dy * at) / bays)];
        const b: Point = [short(x1 + (dx * (at + 1)) / bays), short(y1 + (dy * (at + 1)) / bays)];
        d += `M${a}L${short(b[0] + nx)},${short(b[1] + ny)}M${short(a[0] + nx)},${short(a[1] + ny)}L${b}`;
      }
      return `<path d="${d}" stroke="${mix(colour, "#b02a62", 0.25)}" stroke-width="2.6" fill="none" stroke-linecap="round"/><path d="M${x1},${y1}L${to}" stroke="${lighten(colour, 0.3)}" stroke-width="1.2" opacity=".8"/>`;
    },

    hook: (x: number, top: number, bottom: number) =>
      `<path d="M${x},${top}V${bottom}" stroke="#463a63" stroke-width="1.8"/><rect x="${x - 5}" y="${bottom}" width="10" height="8" rx="2" fill="${dark}"/><path d="M${x},${bottom + 8}v4q5,2 3,7t-8,1" fill="none" stroke="#463a63" stroke-width="3" stroke-linecap="round"/>`,

    stroke: (d: string, colour: string, width: number, opacity = 1) =>
      `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` opacity="${opacity}"` : ""}/>`,

    fill: (d: string, colour: string, opacity = 1) =>
      `<path d="${d}" fill="${colour}"${opacity < 1 ? ` opacity="${opacity}"` : ""}/>`,
  };
}
