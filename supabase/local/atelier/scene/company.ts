import { figure, figureSize, hasArt } from "../art/figure.ts";
import { short } from "../art/paint.ts";
import { ellipse, shadow } from "./shapes.ts";
import type { Cast, Place, Stage, Taken } from "./stage.ts";
import { flies, floatsOnWater, isBoat, isCelestial, isGrounded, readsOneWay, swims } from "./traits.ts";

/** Somebody beside the hero; all but the drawings is there for a video to animate it. */
export type Companion = {
  x: number;
  y: number;
  size: number;
  flying: boolean;
  cast: Cast;
  svg: string;
  shadow: string;
};

const AT_MOST = 3;
const ATTEMPTS = 18;
const GUEST_ATTEMPTS = 90;

/** Places the companions a prompt asks for, then some of the place's own, wherever there is room. */
export function placeCompany(
  stage: Stage,
  place: Place,
  asked: { token: string; colour?: string }[],
): Companion[] {
  const own = stage.random
    .shuffle(place.company)
    .filter((token) => token !== stage.subject && token !== stage.subject.replace("-face", ""))
    .filter((token) => !asked.some((guest) => guest.token === token));
  const placed: Companion[] = [];
  const wanted = stage.random.whole(2, AT_MOST);
  // Over land one at most may flutter about, and not in every picture: flyers always find room.
  const flyers = place.medium === "floating" ? AT_MOST : stage.random.whole(0, 1);
  for (const { token, colour } of [...asked, ...own.map((token) => ({ token, colour: undefined }))]) {
    if (placed.length >= Math.max(wanted, asked.length)) break;
    if (!hasArt(token) || stage.unwanted.has(token)) continue;
    const large = asked.some((guest) => guest.token === token);
    const airborne = placed.filter(({ flying }) => flying).length;
    if (!large && airborne >= flyers && flies(token)) continue;
    const companion = findRoom(stage, place, token, colour, large);
    if (companion) placed.push(companion);
  }
  return placed;
}

function findRoom(
  stage: Stage,
  place: Place,
  token: string,
  colour: string | undefined,
  guest: boolean,
): Companion | null {
  const { random, taken } = stage;
  const flying =
    flies(token) ||
    isCelestial(token) ||
    (place.medium === "floating" &&
      place.holds !== "air" &&
      ((swims(token) && !isGrounded(token)) || isWeightless(token)));
  for (let attempt = 0; attempt < (guest ? GUEST_ATTEMPTS : ATTEMPTS); attempt++) {
    const wanted = flying ? random.between(84, 128) : random.between(125, 175);
    // A guest named by the prompt may be larger, and shrinks until there is room.
    const share = guest ? Math.max(0.5, 1.45 - (attempt / GUEST_ATTEMPTS) * 1.3) : 1;
    const size = wanted * share * (flying ? 1 : (place.companyScale ?? 1));
    const [width, height] = figureSize(token, size);
    const margin = flying || guest ? 110 : 165;
    const x = random.between(margin, 1024 - margin);
    const y = flying
      ? random.between(210, 600)
      : (place.companyFloor ?? place.floor) + random.between(-22, guest ? 85 : 40);
    const box = [x - width / 2, y - height, x + width / 2, y] as const;
    const late = guest && !flying && attempt > (GUEST_ATTEMPTS * 2) / 3;
    const inTheWay = guest && attempt > GUEST_ATTEMPTS / 3 ? taken : [...taken, ...stage.strewn];
    // Who finds no room beside the hero may stand before its feet, far below its face.
    const closed = late
      ? inTheWay.map((box) => (stage.heroes.has(box) && y > box[3] ? aboveFeet(box) : box))
      : inTheWay;
    if (closed.some(([l, t, r, b]) => box[0] < r && box[2] > l && box[1] < b && box[3] > t)) continue;
    taken.push([box[0] - 16, box[1] - 16, box[2] + 16, box[3] + 16]);
    const ground =
      flying || place.medium === "waves" ? "" : shadow(x, y - 2, width * 0.5, width * 0.09, 0.45);
    const raft = place.medium === "waves" && !flying && !staysAfloat(token) ? raftUnder(x, y, width) : "";
    const pose = {
      flip: x < stage.heroX && !readsOneWay(token),
      turn: flying ? random.between(-12, 12) : 0,
      colour,
    };
    return {
      x,
      y,
      size,
      flying,
      cast: { token, pose },
      svg: figure(token, x, y, size, pose),
      shadow: ground + raft,
    };
  }
  return null;
}

function aboveFeet([left, top, right, bottom]: Taken): Taken {
  return [left, top, right, bottom - (bottom - top) * 0.24];
}

/** The raft of somebody who cannot swim, so that nobody stands on the water. */
function raftUnder(x: number, y: number, width: number): string {
  const half = width * 0.62;
  const logs = [0, 1].map(
    (at) =>
      `<rect x="${short(x - half)}" y="${short(y - 8 + at * 13)}" width="${short(2 * half)}" height="16" rx="8" fill="${at ? "#8a5a48" : "#b07a55"}"/>`,
  );
  return `${logs.join("")}${ellipse(x, y + 22, half * 1.15, 7, "#ffffff", 0.55)}`;
}

function staysAfloat(token: string): boolean {
  return swims(token) || isBoat(token) || floatsOnWater(token);
}

function isWeightless(token: string): boolean {
  return [
    "flying-saucer",
    "satellite",
    "comet",
    "turtle",
    "astronaut",
    "rocket",
    "seal",
    "otter",
    "penguin",
  ].includes(token);
}
