import { short } from "../art/paint.ts";
import { ENVIRONMENTS, type EnvironmentName } from "../scene/environments/index.ts";
import { createLight } from "../scene/palette.ts";
import { createRandom } from "../scene/random.ts";
import { nightVeil } from "../scene/scenery/sky.ts";
import { chooseSetting, recogniseTheme } from "../scene/setting.ts";
import { LEFT, RIGHT, WIDTH } from "../scene/shapes.ts";
import type { Place, Stage } from "../scene/stage.ts";
import { readWishes } from "../scene/words.ts";
import type { Deck } from "./deck.ts";

/** The scenery behind a graphic: layers back to front, in the graphic's own units. */
export type World = {
  layers: string[];
  medium: Place["medium"];
  night: boolean;
  environment: EnvironmentName;
};

const TOP = -60;
const BOTTOM = 1084;
/** Less of a scene than this would be a strip of grass or of sky. */
const LEAST_HEIGHT = 660;
const WHOLE = 1000;
const UNDER_A_ROOF = new Set<EnvironmentName>(["table", "room", "podium", "ocean", "space"]);

/** Where the deck is at home: the theme's place, else the one where most of its first cards are. */
export function homeOf({ theme, cards }: Deck): EnvironmentName {
  const known = theme ? recogniseTheme(theme) : null;
  if (known) return chooseSetting("", [known], known);
  const votes = new Map<EnvironmentName, number>();
  for (const { concept } of cards.slice(0, 8)) {
    const place = concept ? chooseSetting(concept.art, concept.themes, null) : "podium";
    votes.set(place, (votes.get(place) ?? 0) + 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "podium";
}

/**
 * Paints the deck's scenery over a frame of any shape, its ground where the heroes' feet are (`floor`, in the frame's
 * units). A frame wider than the scenery sees it continue in its mirror image, without a second sun.
 */
export function paintWorld(
  deck: Deck,
  seed: number,
  frame: { left: number; top: number; width: number; height: number; floor: number },
): World {
  const environment = homeOf(deck);
  const aspect = frame.width / frame.height;
  const seen = Math.min(BOTTOM - TOP, Math.max(LEAST_HEIGHT, WIDTH / aspect));
  const across = seen * aspect;
  const scale = frame.height / seen;
  const tiles = Math.max(0, Math.ceil((across / WIDTH - 1) / 2));
  const places = Array.from({ length: 2 * tiles + 1 }, (_, at) => at - tiles).map((tile) => ({
    tile,
    ...setPlace(deck, seed, environment, tile !== 0),
  }));
  const { place, stage } = places[tiles] as (typeof places)[number];
  const wantedTop = place.floor - (frame.floor - frame.top) / scale;
  const top = Math.max(TOP, Math.min(BOTTOM - seen, wantedTop));
  const move = `translate(${short(frame.left + frame.width / 2)} ${short(frame.top)}) scale(${scale.toFixed(4)}) translate(${-(LEFT + RIGHT) / 2} ${short(-top)})`;
  // What stands in front of everything needs the whole picture: in a strip of it, it would be cut to scraps.
  const shown = place.backdrops.filter(({ depth }) => depth < 1 || seen > WHOLE).length;
  const layers = Array.from({ length: shown }, (_, layer) => {
    const drawn = places.map(({ tile, place: { backdrops } }) => {
      const svg = backdrops[layer]?.svg ?? "";
      if (tile === 0) return svg;
      const shift = tile * WIDTH;
      const turn = tile % 2 ? `translate(${LEFT + RIGHT + shift} 0) scale(-1 1)` : `translate(${shift} 0)`;
      return `<g transform="${turn}">${svg}</g>`;
    });
    return `<g transform="${move}">${drawn.join("")}</g>`;
  });
  const night = stage.light.night && !UNDER_A_ROOF.has(environment);
  if (night)
    layers.push(
      `<g transform="translate(${short(frame.left)} ${short(frame.top)}) scale(${(frame.width / 1024).toFixed(4)} ${(frame.height / 1024).toFixed(4)})">${nightVeil()}</g>`,
    );
  return { layers, medium: place.medium, night: stage.light.night, environment };
}

function setPlace(
  deck: Deck,
  seed: number,
  environment: EnvironmentName,
  isMirror: boolean,
): { place: Place; stage: Stage } {
  const random = createRandom(`graphic|${environment}|${seed}`);
  const wishes = readWishes("");
  const light = createLight(random, seed, wishes, environment === "winter");
  const stage: Stage = {
    random,
    light,
    wishes,
    subject: deck.cards[0]?.token ?? "",
    unwanted: new Set(deck.cards.map(({ token }) => token)),
    heroX: 512,
    sunX: isMirror ? -4000 : seed % 2 ? 800 : 224,
    sunY: 150,
    flowering: true,
    taken: [],
    strewn: [],
    heroes: new Set(),
  };
  return { place: ENVIRONMENTS[environment](stage), stage };
}
