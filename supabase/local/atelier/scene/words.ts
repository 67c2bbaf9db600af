import { foldWord } from "../art/catalogue.ts";

export type Time = "day" | "dawn" | "sunset" | "night";
export type Weather = "snow" | "rain";

/** What a prompt in any of the five languages asks of the scene, besides its subject. */
export type Wishes = {
  time: Time | null;
  weather: Weather | null;
  count: 1 | 2 | 3;
  scale: number;
  hat: "crown" | "top-hat" | null;
  rainbow: boolean;
  balloons: boolean;
  party: boolean;
  flowers: boolean;
  lively: boolean;
  colours: { word: string; colour: string; at: number }[];
};

/** Words are compared folded (lower case, no accents): fr, en, es, it, de in one list. */
const NIGHT = set(
  "night nuit noche notte nacht moonlight starry etoilee stellato estrellada sternenhimmel bedtime midnight",
);
const SUNSET = set("sunset crepuscule atardecer tramonto sonnenuntergang evening soir sera abend dusk tarde");
const DAWN = set("dawn sunrise aube amanecer alba sonnenaufgang morning matin manana mattina morgen");
const DAY = set(
  "day daytime sunny noon jour ensoleille dia soleado giorno soleggiato tag sonnig sonnigen mittag",
);
const SNOW = set(
  "snow snowy neige enneige nieve nevado neve nevoso schnee verschneit winter hiver invierno inverno",
);
const RAIN = set("rain rainy raining pluie pluvieux lluvia lluvioso pioggia piovoso regen regnerisch storm");
const TWO = set("two 2 both couple deux dos due zwei pair paire par paio paar");
/** Three stand for every larger number: more would be too small to know. */
const THREE = set(
  "three 3 trois tres tre drei four 4 quatre cuatro quattro vier family famille familia famiglia familie several many plusieurs varios varias muchos muchas alcuni molti molte mehrere viele",
);
const SMALL = set(
  "small tiny little baby petit petite petits petites minuscule pequeno pequena pequenos pequenas pequenito pequenita piccolo piccola piccoli piccole klein kleine kleiner kleines kleinen",
);
const BIG = set(
  "big giant huge large grand grande geant geante enorme gigante gross grosse grosser grosses grossen riesig riesige riesiger riesiges riesigen",
);
const CROWN = set("crown king queen couronne roi reine corona rey reina re regina krone konig konigin");
const HAT = set("hat chapeau sombrero cappello hut");
const RAINBOW = set("rainbow arcobaleno regenbogen arcoiris");
const BALLOONS = set("balloon balloons globos palloncini palloncino luftballon luftballons ballons");
const PARTY = set("party birthday anniversaire fete cumpleanos fiesta compleanno festa geburtstag feier");
const FLOWERS = set("flower flowers fleur fleurs flor flores fiore fiori blume blumen");
const LIVELY = set(
  [
    "jump jumps jumping hop hops hopping dance dances dancing run runs running play plays playing leaping",
    "saute sauter sautant sautent bondit danse danser dansant dansent court courir courant courent joue jouer jouant jouent",
    "salta saltan saltando baila bailan bailando corre corren corriendo juega juegan jugando brinca",
    "saltano balla ballano ballando correndo corrono gioca giocano giocando",
    "springt springen springend hupft hupfen tanzt tanzen tanzend lauft rennt rennen spielt spielen spielend",
  ].join(" "),
);

const COLOURS: [colour: string, words: string][] = [
  ["#f0453f", "red rouge rouges rojo roja rojos rojas rosso rossa rosse rossi rot rote roter rotes roten"],
  ["#3f8cf5", "blue bleu bleue bleus bleues azul azules blu blau blaue blauer blaues blauen"],
  ["#4cbf5f", "green vert verte verts vertes verde verdes verdi grun grune gruner grunes grunen"],
  [
    "#ffcf33",
    "yellow jaune jaunes amarillo amarilla amarillos amarillas giallo gialla gialli gialle gelb gelbe gelber gelbes gelben",
  ],
  ["#ff7fb2", "pink rose rosa rosas rosado rosada roses"],
  [
    "#9a63e8",
    "purple violet violette morado morada morados moradas violets violettes viola lila lilac violett",
  ],
  ["#ff9230", "orange oranges naranja naranjas arancione arancioni"],
  [
    "#f4f2fb",
    "white blanc blanche blancs blanches blanco blanca blancos blancas bianco bianca bianchi bianche weiss weisse weisser weisses weissen",
  ],
  ["#9c6644", "brown marron brun brune braun braune brauner"],
  [
    "#4a4560",
    "black noir noire noirs noires negro negra negros negras nero nera neri nere schwarz schwarze schwarzer schwarzes schwarzen",
  ],
];
const COLOUR_OF = new Map(
  COLOURS.flatMap(([colour, words]) => words.split(" ").map((word) => [word, colour] as const)),
);

/** Reads the wishes out of a prompt; words it does not know change nothing. */
export function readWishes(prompt: string): Wishes {
  const words = promptWords(prompt);
  const asks = (list: Set<string>) => words.some((word) => list.has(word));
  const folded = ` ${words.join(" ")} `;
  return {
    time: asks(NIGHT) ? "night" : asks(SUNSET) ? "sunset" : asks(DAWN) ? "dawn" : asks(DAY) ? "day" : null,
    weather: asks(SNOW) ? "snow" : asks(RAIN) ? "rain" : null,
    count: asks(TWO) ? 2 : asks(THREE) ? 3 : 1,
    scale: asks(SMALL) ? 0.66 : asks(BIG) ? 1.2 : 1,
    hat: asks(CROWN) ? "crown" : asks(HAT) ? "top-hat" : null,
    rainbow: asks(RAINBOW) || folded.includes(" arc en ciel ") || folded.includes(" arco iris "),
    balloons: asks(BALLOONS),
    party: asks(PARTY),
    flowers: asks(FLOWERS),
    lively: asks(LIVELY),
    colours: words.flatMap((word, at) => {
      const colour = COLOUR_OF.get(word);
      return colour ? [{ word, colour, at }] : [];
    }),
  };
}

/** What is left of the wishes when some things must not be: they do not come by chance either. */
export function withoutUnwanted(wishes: Wishes, unwanted: Wishes): Wishes {
  const isBarred = (time: Time | null) => time !== null && time === unwanted.time;
  const time = isBarred(wishes.time) ? null : wishes.time;
  return {
    ...wishes,
    time: time ?? (unwanted.time && unwanted.time !== "day" ? "day" : null),
    weather: wishes.weather === unwanted.weather ? null : wishes.weather,
    hat: unwanted.hat ? null : wishes.hat,
    rainbow: wishes.rainbow && !unwanted.rainbow,
    balloons: wishes.balloons && !unwanted.balloons,
    party: wishes.party && !unwanted.party,
    flowers: wishes.flowers && !unwanted.flowers,
    lively: wishes.lively && !unwanted.lively,
  };
}

export function isColour(word: string): boolean {
  return COLOUR_OF.has(word);
}

/** The folded words of a prompt, in order. */
export function promptWords(prompt: string): string[] {
  return foldWord(prompt).split(" ").filter(Boolean);
}

function set(words: string): Set<string> {
  return new Set(words.split(" "));
}
