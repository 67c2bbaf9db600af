import { needsBody } from "../art/bodies/plush.ts";

/** How a figure can be held in a picture; everything else simply stands on the ground. */
const BUSTS = tokens(
  `chicken astronaut farmer construction-worker police-officer firefighter pilot mechanic cook teacher scientist singer artist
   prince princess santa-claus mage health-worker unicorn moose`,
);
const FLYERS = tokens(
  `butterfly pterosaur bat honeybee eagle dove fly kite balloon parachute feather hot-air-balloon airplane small-airplane
   helicopter flying-saucer fairy cloud snowflake droplet flying-disc`,
);
const AIRCRAFT = tokens(
  `helicopter airplane small-airplane hot-air-balloon flying-saucer aerial-tramway rocket parachute kite space-shuttle
   satellite`,
);
const SHIPS = tokens("ferry passenger-ship");
const BOATS = tokens("sailboat speedboat ferry passenger-ship canoe");
const AFLOAT = tokens(
  "sailboat speedboat ferry passenger-ship canoe swan desert-island water-wave beach-with-umbrella ring-buoy duck otter",
);
const TRAINS = tokens("locomotive metro high-speed-train");
const SWIMMERS = tokens(
  `octopus plesiosaur whale dolphin tropical-fish shark jellyfish blowfish lobster shrimp squid spiral-shell coral orca starfish
   seahorse fish oyster submarine diving-mask crab mermaid`,
);
const CELESTIAL = tokens(
  `sun-with-face full-moon-face crescent-moon star ringed-planet comet satellite globe-showing-europe-africa mars meteorite
   galaxy space-station jupiter neptune shooting-star`,
);
/** Stand on the floor even where others float: on the sea bed, on the moon. */
const GROUNDED = tokens(
  `crab lobster spiral-shell coral snail oyster starfish treasure-chest anchor penguin telescope satellite-antenna
   alien-monster moon-rover moon-lander turtle otter space-helmet observatory moon-base seal`,
);
const WEATHER = tokens(
  `cloud cloud-with-rain cloud-with-lightning cloud-with-snow sun-behind-cloud tornado wind-face rainbow droplet`,
);
const OF_THE_DESERT = tokens("cactus two-hump-camel camel");
const ONE_WAY = tokens(
  `globe-showing-europe-africa world-map alarm-clock musical-notes stop-sign bus-stop hospital convenience-store abacus
   piano musical-keyboard calendar watch mantelpiece-clock hourglass input-latin-letters input-numbers`,
);
const ROADSIDE = tokens(
  `hospital factory office-building convenience-store bus-stop stop-sign postbox fuel-pump vertical-traffic-light
   police-car-light fire-extinguisher shopping-cart school house castle`,
);
const UPRIGHT = tokens(
  "penguin owl duck snowman teddy-bear baby-chick hatching-chick ghost koala hedgehog nesting-dolls t-rex",
);

export const isBust = (token: string) => BUSTS.has(token);
export const flies = (token: string) => FLYERS.has(token) || CELESTIAL.has(token);
export const isAircraft = (token: string) => AIRCRAFT.has(token);
export const isBoat = (token: string) => BOATS.has(token);
export const floatsOnWater = (token: string) => AFLOAT.has(token);
export const runsOnRails = (token: string) => TRAINS.has(token);
/** What bears writing, numbers, a clock's hands or a map is never mirrored. */
export function readsOneWay(token: string): boolean {
  return token.startsWith("keycap-") || ONE_WAY.has(token);
}
/** Whether it belongs beside the road rather than on it. */
export const standsAside = (token: string) => ROADSIDE.has(token);
/** Share of a boat's height that lies behind the wave before it; the small boats' icons bring water of their own. */
export const waterline = (token: string) => (SHIPS.has(token) ? 0.13 : 0.26);
export const isWeather = (token: string) => WEATHER.has(token);
export const isOfTheDesert = (token: string) => OF_THE_DESERT.has(token);
export const swims = (token: string) => SWIMMERS.has(token);
export const isCelestial = (token: string) => CELESTIAL.has(token);

/** Whether the figure stands even in water or in space. */
export function isGrounded(token: string): boolean {
  return needsBody(token) || GROUNDED.has(token) || isBust(token);
}

/** Whether the top of its box is the top of its head. */
export const isUpright = (token: string) => UPRIGHT.has(token);
export const needsPlush = needsBody;

function tokens(list: string): Set<string> {
  return new Set(list.trim().split(/\s+/));
}
