import { mix } from "../art/colour.ts";
import { figure } from "../art/figure.ts";
import { ball, short } from "../art/paint.ts";
import type { Companion } from "./company.ts";
import type { Random } from "./random.ts";
import { ellipse, shadow } from "./shapes.ts";
import type { Place, Stage } from "./stage.ts";

const BALLOON_COLOURS = ["#ff5f6d", "#ffc23d", "#5ab8ff", "#7ddc6f", "#c07bff", "#ff8fc0"];

/** A birthday cake on the side that the hero leaves free; it takes its place. */
export function cake(stage: Stage, place: Place): Companion {
  const x = stage.heroX > 512 ? 150 : 874;
  const y = place.floor + 40;
  const size = 200;
  const token = "birthday-cake";
  stage.taken.push([x - size / 2, y - size, x + size / 2, y]);
  return {
    x,
    y,
    size,
    flying: false,
    cast: { token, pose: {} },
    svg: figure(token, x, y, size),
    shadow: shadow(x, y - 2, size * 0.5, size * 0.09, 0.45),
  };
}

/** Seven balloons on their strings, left and right of the hero. */
export function balloons(random: Random, colour?: string): Companion[] {
  return Array.from({ length: 7 }, (_, at) => {
    const x = at % 2 ? random.between(60, 260) : random.between(770, 965);
    const y = random.between(120, 430);
    const scale = random.between(0.8, 1.25);
    const paint = colour ?? BALLOON_COLOURS[at % BALLOON_COLOURS.length] ?? "";
    return {
      x,
      y,
      size: 120,
      flying: true,
      cast: { token: "balloon", pose: {} },
      svg: balloon(random, x, y, scale, paint),
      shadow: "",
    };
  });
}

function balloon(random: Random, x: number, y: number, scale: number, colour: string): string {
  const paint = ball(colour, "#7a1f6a", 0.4);
  const string = `<path d="M${short(x)},${short(y + 62 * scale)}q${short(random.between(-18, 18))},${short(60 * scale)} ${short(random.between(-8, 8))},${short(130 * scale)}" stroke="#fff" stroke-width="3" fill="none" opacity=".8"/>`;
  const knot = `<path d="M${short(x - 8 * scale)},${short(y + 66 * scale)}L${short(x)},${short(y + 52 * scale)}L${short(x + 8 * scale)},${short(y + 66 * scale)}Z" fill="${mix(colour, "#7a1f6a", 0.3)}"/>`;
  return (
    paint.defs +
    string +
    knot +
    ellipse(x, y, 46 * scale, 57 * scale, paint.fill) +
    ellipse(x - 16 * scale, y - 22 * scale, 9 * scale, 14 * scale, "#fff", 0.6)
  );
}
