import type { ThemeRow } from "./theme.ts";

/** What teachers and parents were seen to wish for, and what no other table says. */
export const wishThemes: ThemeRow[] = [
  {
    key: "office",
    titles: "Au bureau | At the office | En la oficina | In ufficio | Im Büro",
    words:
      "bureau, bureau de la maîtresse, office, desk, teacher's desk, oficina, escritorio, ufficio, scrivania, büro, schreibtisch",
    concepts:
      "computer pen telephone paper-clip notebook calendar books scissors chair clock letter pencil wastepaper-basket mobile-phone plant",
    near: "school communication",
  },
  {
    key: "noahs-ark",
    titles: "L'arche de Noé | Noah's ark | El arca de Noé | L'arca di Noè | Die Arche Noah",
    words: "arche de noé, noah's ark, noahs ark, arca de noé, arca di noè, arche noah",
    concepts:
      "elephant lion giraffe zebra dove rainbow rain monkey penguin bear rabbit wave turtle kangaroo crocodile",
    near: "animals zoo",
  },
  {
    key: "fridge",
    titles: "Dans le frigo | In the fridge | En la nevera | Nel frigorifero | Im Kühlschrank",
    words: "frigo, réfrigérateur, fridge, refrigerator, nevera, frigorífico, frigorifero, kühlschrank",
    concepts:
      "milk cheese egg butter juice lettuce tomato carrot meat lemon fish strawberry olive cucumber custard",
    near: "food breakfast",
  },
  {
    key: "rain-clothes",
    titles:
      "Les habits de pluie | Rainy day clothes | La ropa de lluvia | I vestiti per la pioggia | Regenkleidung",
    words:
      "habits de pluie, vêtements de pluie, rain clothes, rainy day clothes, wear rain, ropa de lluvia, vestiti pioggia, indosso piove, regenkleidung, regensachen",
    concepts: "umbrella boot coat hat trousers scarf socks water-drop rain cloud gloves cap",
    near: "rain clothes",
  },
  {
    key: "floating-things",
    titles: "Ce qui flotte | Things that float | Cosas que flotan | Cose che galleggiano | Was schwimmt",
    words:
      "flotte, flottent, flotter, float, floats, floating, flota, flotan, galleggia, galleggiano, was schwimmt, alles was schwimmt",
    concepts:
      "sailboat duck lifebuoy canoe swan log leaf ferry cruise-ship water-lily speedboat bubbles feather fish whale",
    near: "boats pool",
  },
  {
    key: "autumn-fruit",
    titles:
      "Les fruits d'automne | Autumn fruit | Las frutas de otoño | I frutti dell'autunno | Herbstfrüchte",
    words:
      "fruits automne, autumn fruit, autumn fruits, frutas otoño, fruta otoño, frutti autunno, frutta autunnale, herbstfrüchte, herbstobst",
    concepts: "apple grapes pear chestnut pumpkin mushroom blueberries corn peanuts melon",
    near: "autumn fruit",
  },
  {
    key: "wind-instruments",
    titles:
      "Les instruments à vent | Wind instruments | Los instrumentos de viento | Gli strumenti a fiato | Blasinstrumente",
    words:
      "instruments à vent, wind instruments, instrumentos de viento, strumenti a fiato, blasinstrumente, bläser",
    concepts: "flute trumpet saxophone trombone accordion",
    near: "music",
  },
  {
    key: "percussion",
    titles: "Les percussions | Percussion | La percusión | Le percussioni | Schlaginstrumente",
    words:
      "percussion, percussions, instruments qu'on frappe, on frappe, percusión, percussioni, strumenti a percussione, schlaginstrumente, schlagzeug",
    concepts: "drum djembe maracas bell piano",
    near: "music",
  },
];
