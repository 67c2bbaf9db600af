import { lighten, mix } from "../../art/colour.ts";
import { linear, short } from "../../art/paint.ts";
import { glow, LEFT, RIGHT, rect } from "../shapes.ts";
import type { Stage } from "../stage.ts";

/** A hazy skyline standing on `base`, from edge to edge. */
export function skyline(stage: Stage, base: number, lowest: number, highest: number, colour: string): string {
  const { random, light } = stage;
  const parts: string[] = [];
  for (let x = LEFT; x < RIGHT; ) {
    const w = random.between(70, 125);
    const h = random.between(lowest, highest);
    parts.push(rect(x, base - h, w + 1, h + 200, light.haze(light.tint(colour), 0.55)));
    for (let wy = base - h + 18; wy < base - 20; wy += 34)
      for (let wx = x + 12; wx < x + w - 18; wx += 26)
        parts.push(
          rect(
            wx,
            wy,
            12,
            16,
            light.night ? "#ffe08a" : "#fff",
            light.night && random.chance(0.5) ? 0.8 : 0.22,
          ),
        );
    x += w;
  }
  return parts.join("");
}

/** A town house with its roof, windows and door. */
export function townHouse(stage: Stage, x: number, y: number, w: number, h: number, colour: string): string {
  const { random, light } = stage;
  const wall = linear([
    [0, lighten(colour, 0.18)],
    [1, mix(colour, "#a0508a", 0.22)],
  ]);
  const roof = light.tint(random.pick(["#e0625f", "#6f7fd0", "#8a5f9c", "#4fa0a8", "#d98a4f"]));
  const top = random.chance(0.6)
    ? `<path d="M${short(x - 10)},${short(y - h + 4)}L${short(x + w / 2)},${short(y - h - random.between(60, 105))}L${short(x + w + 10)},${short(y - h + 4)}Z" fill="${roof}"/>`
    : `<rect x="${short(x - 8)}" y="${short(y - h - 16)}" width="${short(w + 16)}" height="22" rx="8" fill="${roof}"/>`;
  const columns = random.whole(2, 3);
  const windows: string[] = [];
  for (let row = 0; row < Math.floor((h - 80) / 84); row++)
    for (let column = 0; column < columns; column++) {
      const lit = light.night && random.chance(0.65);
      const pane = lit ? "#ffe28a" : light.night ? "#3a4a8c" : "#86d4ff";
      windows.push(windowAt((w / columns) * (column + 0.5) + x - 19, y - h + 26 + row * 84, pane));
    }
  const door = `<path d="M${short(x + w / 2 - 24)},${y}v-50q24,-26 48,0v50Z" fill="${roof}"/><circle cx="${short(x + w / 2 + 13)}" cy="${y - 24}" r="3.6" fill="#ffe08a"/>`;
  return wall.defs + rect(x, y - h, w, h, wall.fill) + top + windows.join("") + door;
}

function windowAt(x: number, y: number, pane: string): string {
  return `<rect x="${short(x - 4)}" y="${short(y - 4)}" width="46" height="56" rx="7" fill="#fff" opacity=".75"/><rect x="${short(x)}" y="${short(y)}" width="38" height="48" rx="4" fill="${pane}"/><path d="M${short(x + 19)},${short(y)}v48M${short(x)},${short(y + 24)}h38" stroke="#fff" stroke-width="3.4"/>`;
}

/** A street lamp, lit in the evening. */
export function streetLamp(stage: Stage, x: number, y: number): string {
  const { light } = stage;
  const lit = light.night || light.time === "sunset";
  const iron = light.tint("#4b4270");
  return `${lit ? glow(x, y - 232, 120, "#ffe9a0", 0.7) : ""}<g transform="translate(${short(x)} ${y})"><rect x="-5" y="-220" width="10" height="220" rx="4" fill="${iron}"/><rect x="-13" y="-16" width="26" height="16" rx="5" fill="${iron}"/><circle cx="0" cy="-232" r="19" fill="${lit ? "#fff6c8" : "#fffdf0"}"/><path d="M-19,-240q19,-26 38,0Z" fill="${iron}"/></g>`;
}
