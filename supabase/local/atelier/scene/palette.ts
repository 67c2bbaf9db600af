import { mix, shiftHue } from "../art/colour.ts";
import type { Random } from "./random.ts";
import type { Time, Weather, Wishes } from "./words.ts";

type Sky = [top: string, middle: string, horizon: string];

/** The light of a scene: its sky, and what the hour and the weather do to every colour. */
export type Light = {
  time: Time;
  weather: Weather | null;
  overcast: boolean;
  night: boolean;
  sky: Sky;
  /** A colour as it looks at this hour. */
  tint(colour: string): string;
  /** A colour seen through `share` of the air between here and the horizon. */
  haze(colour: string, share: number): string;
};

const SKIES: Record<Time | Weather, Sky> = {
  day: ["#58b4ff", "#a9defc", "#fff3cf"],
  dawn: ["#8aa6ff", "#ffc2d9", "#fff0c4"],
  sunset: ["#5a4aa8", "#ff8f7a", "#ffdb8f"],
  night: ["#0a1038", "#25307c", "#5b58b0"],
  rain: ["#7f97b8", "#b4c5d6", "#dde6ea"],
  snow: ["#9cc3ea", "#d6e8f7", "#f7f6ff"],
};

/** Half of the pictures are bright day; the others take turns by seed, so that neighbours differ. */
const HOURS: Time[] = ["day", "sunset", "day", "dawn", "day", "night"];

/** The light a prompt asks for, else the one whose turn it is. */
export function createLight(random: Random, turn: number, wishes: Wishes, bedOfSnow: boolean): Light {
  const weather = wishes.weather ?? (bedOfSnow && turn % 2 === 0 ? "snow" : null);
  const time = wishes.time ?? (wishes.weather ? "day" : (HOURS[turn % HOURS.length] ?? "day"));
  const night = time === "night";
  const hue = random.between(-10, 10);
  const plain = night ? SKIES.night : wishes.weather ? SKIES[wishes.weather] : SKIES[time];
  const sky = plain.map((colour) => shiftHue(colour, hue)) as Sky;
  const air =
    time === "sunset"
      ? mix(sky[2], "#e58aa8", 0.55)
      : time === "dawn"
        ? mix(sky[1], sky[2], 0.4)
        : night
          ? sky[2]
          : mix(sky[1], sky[2], 0.35);
  return {
    time,
    weather,
    overcast: wishes.weather !== null,
    night,
    sky,
    tint(colour) {
      let seen = colour;
      if (night) seen = mix(seen, "#1a2470", 0.52);
      if (time === "sunset") seen = mix(seen, "#e0607a", 0.16);
      if (time === "dawn") seen = mix(seen, "#ffb3c8", 0.12);
      if (wishes.weather === "snow" && !bedOfSnow) seen = mix(seen, "#f2f7ff", 0.62);
      if (wishes.weather === "rain") seen = mix(seen, "#6f86a6", 0.28);
      return seen;
    },
    haze: (colour, share) => mix(colour, air, share * (night ? 0.45 : 1)),
  };
}
