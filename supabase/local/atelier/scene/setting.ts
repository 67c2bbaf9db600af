import { foldWord } from "../art/catalogue.ts";
import type { EnvironmentName } from "./environments/index.ts";
import { flies, floatsOnWater, isAircraft, isBoat, isCelestial, runsOnRails, swims } from "./traits.ts";

/** Where each theme is at home. */
const HOMES: Record<string, EnvironmentName> = {
  jungle: "jungle",
  ocean: "ocean",
  space: "space",
  farm: "farm",
  vehicles: "street",
  construction: "buildingSite",
  forest: "forest",
  savanna: "savanna",
  pets: "meadow",
  polar: "winter",
  birds: "meadow",
  insects: "meadow",
  dinosaurs: "jungle",
  fruit: "table",
  vegetables: "table",
  food: "table",
  sweets: "table",
  kitchen: "table",
  sports: "meadow",
  music: "podium",
  school: "room",
  house: "room",
  bathroom: "room",
  clothes: "room",
  nature: "meadow",
  garden: "meadow",
  weather: "sky",
  fairytale: "kingdom",
  pirates: "beach",
  toys: "room",
  party: "podium",
  circus: "podium",
  jobs: "street",
  tools: "buildingSite",
  emotions: "podium",
  winter: "winter",
  christmas: "winter",
  halloween: "forest",
  beach: "beach",
};

/** Too large for any room or stage. */
const OUTDOORS = new Set([
  "castle",
  "circus-tent",
  "school",
  "house",
  "playground-slide",
  "ferris-wheel",
  "carousel-horse",
]);

/** Words by which a theme's name, in any of the five languages, shows its home. */
const THEME_WORDS: [theme: string, words: string][] = [
  ["jungle", "jungle selva giungla dschungel urwald tropical tropiques"],
  [
    "ocean",
    "ocean oceans sea mer oceano mar mare meer ozean marine sous-marin unterwasser underwater aquarium",
  ],
  [
    "space",
    "space espace espacio spazio weltraum weltall planet planets planetes planetas pianeti planeten cosmos",
  ],
  ["farm", "farm ferme granja fattoria bauernhof"],
  [
    "vehicles",
    "vehicles vehicle vehicules transport transports transporte trasporti vehiculos veicoli fahrzeuge cars voitures coches auto autos",
  ],
  [
    "construction",
    "construction chantier chantiers construccion obras cantiere baustelle baufahrzeuge building-site",
  ],
  ["forest", "forest foret bosque foresta bosco wald woods"],
  ["savanna", "savanna savannah savane sabana savana savanne safari africa afrique afrika desert"],
  ["polar", "polar arctic artico banquise antarctica antarctique eis"],
  ["winter", "winter hiver invierno inverno snow neige nieve neve schnee"],
  ["christmas", "christmas noel navidad natale weihnachten"],
  ["beach", "beach plage playa spiaggia strand holidays vacances"],
  [
    "fairytale",
    "fairytale fairy conte contes cuento cuentos fiaba fiabe marchen castle chateau castillo castello schloss magic princess princesses",
  ],
  ["pirates", "pirate pirates piratas pirati piraten"],
  ["dinosaurs", "dinosaur dinosaurs dinosaure dinosaures dinosaurios dinosauri dinosaurier"],
  [
    "food",
    "food fruit fruits fruta frutas frutta obst vegetables legumes verduras verdure gemuse nourriture comida cibo essen kitchen cuisine cocina cucina kuche breakfast sweets",
  ],
  ["music", "music musique musica musik instruments instrumentos strumenti instrumente"],
  [
    "school",
    "school ecole escuela scuola schule house maison casa haus home toys jouets juguetes giocattoli spielzeug clothes vetements ropa vestiti kleidung",
  ],
  [
    "garden",
    "garden jardin giardino garten insects insectes insectos insetti insekten birds oiseaux pajaros uccelli vogel nature natur",
  ],
  ["weather", "weather meteo tiempo tempo wetter sky ciel cielo himmel"],
  ["party", "party fete fiesta festa birthday anniversaire circus cirque circo zirkus"],
];
const THEME_OF_WORD = new Map(
  THEME_WORDS.flatMap(([theme, words]) => words.split(" ").map((word) => [word, theme] as const)),
);

/** The known theme a free theme text stands for, if any of its words tells. */
export function recogniseTheme(text: string): string | null {
  if (text in HOMES) return text;
  for (const word of foldWord(text).split(" ")) {
    const theme = THEME_OF_WORD.get(word);
    if (theme) return theme;
  }
  return null;
}

/** Where a figure of these themes is shown when the picture belongs to `theme` (null: its own first home). */
export function chooseSetting(token: string, themes: string[], theme: string | null): EnvironmentName {
  const home = HOMES[theme ?? themes[0] ?? ""] ?? HOMES[themes[0] ?? ""] ?? "podium";
  if (token === "submarine") return "ocean";
  if (runsOnRails(token) && home !== "room") return "railway";
  // Its icon stands on a viaduct of its own.
  if (token === "high-speed-train" && home !== "room") return "meadow";
  if (isBoat(token)) return "sea";
  if (floatsOnWater(token) && home === "ocean") return "sea";
  if (swims(token) && !["beach", "table"].includes(home)) return "ocean";
  if (isCelestial(token)) return home === "space" ? "space" : "sky";
  if (home === "space" || home === "sky") return home;
  if (token === "kite") return "sky";
  if (isAircraft(token) && home !== "room") return "sky";
  if (home === "ocean" && flies(token)) return "sea";
  if (OUTDOORS.has(token)) return "meadow";
  return home;
}
