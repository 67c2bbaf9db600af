import type { ThemeRow } from "./theme.ts";

/** What children ask why about: fire mountains, light, smells, long ago. */
export const phenomenonThemes: ThemeRow[] = [
  {
    key: "volcanoes",
    titles: "Les volcans | Volcanoes | Los volcanes | I vulcani | Vulkane",
    words:
      "volcan, volcans, lave, éruption, volcano, volcanoes, lava, eruption, earthquake, volcán, volcanes, terremoto, vulcano, vulcani, eruzione, vulkan, vulkane, vulkanausbruch, erdbeben",
    concepts:
      "volcano mountain fire stone island earth heat cloud lightning wave thermometer helicopter hot-air-balloon scientist tree",
    near: "earth mountain",
  },
  {
    key: "egypt",
    titles: "L'Égypte ancienne | Ancient Egypt | El antiguo Egipto | L'antico Egitto | Das alte Ägypten",
    words:
      "égypte, pyramide, pyramides, pharaon, momie, momies, egypt, pyramids, pharaoh, mummies, mummies pyramids, egipto, pirámide, pirámides, faraón, momia, egitto, piramide, piramidi, faraone, mummia, ägypten, pyramiden, pharao, mumie",
    concepts:
      "dromedary palm-tree cat crocodile snake scorpion sun gold-coin treasure-chest crown beetle wheat triangle sailboat hippopotamus",
    near: "desert",
  },
  {
    key: "ice-age",
    titles: "L'âge de glace | The ice age | La edad de hielo | L'era glaciale | Die Eiszeit",
    words:
      "âge de glace, mammouth, mammouths, homme des cavernes, hommes préhistoriques, ice age, stone age, mammoths, cave people, edad de hielo, mamut, mamuts, cavernícolas, era glaciale, mammut, uomini primitivi, eiszeit, steinzeit, mammuts, höhlenmenschen",
    concepts: "mammoth fire bone bison wolf bear deer snow stone moose mountain ice-cube axe fox snowflake",
    near: "polar dinosaurs",
  },
  {
    key: "light",
    titles: "La lumière | Light | La luz | La luce | Licht",
    words:
      "lumière, lumières, ombre, ombres, ombre et lumière, light, lights, light dark, shadows, things that glow, luz, luces, luz y sombra, sombras, luce, luci, fanno luce, luce e ombra, ombre cinesi, licht, lichter, licht und schatten, schatten, leuchtet, was leuchtet",
    concepts:
      "sun light-bulb torch candle lantern moon star lightning fire flashing-light traffic-light crescent-moon rainbow shooting-star window",
    near: "night-sky shiny-things",
  },
  {
    key: "smells",
    titles: "Ce qui sent bon | Lovely smells | Cosas que huelen bien | I buoni profumi | Was gut riecht",
    words:
      "sent bon, sentent bon, odeur, odeurs, parfum, parfums, smell, smells, smelly, smell nice, huelen, huele, olor, olores, perfume, profumano, profumo, profumi, odori, riecht, riechen, düfte, duft",
    concepts:
      "rose soap bread lemon orange strawberry cake flower shampoo chocolate cookie bunch-of-flowers fir-tree honey croissant",
    near: "senses flowers",
  },
  {
    key: "hot-and-cold",
    titles: "Le chaud et le froid | Hot and cold | Frío y calor | Il caldo e il freddo | Heiß und kalt",
    words:
      "chaud et froid, chaud froid, hot and cold, hot cold, caliente y frío, frío y calor, caldo e freddo, caldo freddo, heiß und kalt, heiss kalt, warm und kalt",
    concepts:
      "sun ice-cube fire snowman soup ice-cream snowflake candle cooking-pot polar-bear volcano thermometer scarf bathtub",
    near: "winter summer",
  },
  {
    key: "fast-things",
    titles: "Ce qui va vite | Things that go fast | Cosas rápidas | Le cose veloci | Was schnell ist",
    words:
      "va vite, vont vite, rapide, rapides, vitesse, fast, go fast, fastest, rápido, rápidos, rápidas, veloz, veloci, veloce, velocità, schnell, schnelle, schnellste",
    concepts:
      "racing-car rocket high-speed-train airplane motorcycle leopard horse speedboat eagle police-car lightning helicopter dolphin skis bicycle",
    near: "vehicles cars",
  },
  {
    key: "water-cycle",
    titles:
      "Le voyage de l'eau | The water cycle | El ciclo del agua | Il ciclo dell'acqua | Der Wasserkreislauf",
    words:
      "cycle de l'eau, voyage de l'eau, water cycle, ciclo del agua, ciclo dell'acqua, wasserkreislauf, reise des wassertropfens",
    concepts:
      "water-drop cloud rain sun wave snowflake mountain rainbow ice-cube tree snow fountain earth wind",
    near: "rain weather",
  },
  {
    key: "underground",
    titles: "Terriers et galeries | Under the ground | Bajo tierra | Sottoterra | Unterirdisch",
    words:
      "souterrain, souterrains, galeries, terrier, terriers, soil, in the soil, underground, under the ground, burrow, burrows, bajo tierra, bajo la tierra, madriguera, sotto terra, sottoterra, tana, tane, unterirdisch, erdreich, maulwurf, taupe, mole, topo, talpa, creatures in the soil, tiny creatures soil",
    concepts: "worm ant beetle badger mouse rabbit snail fox spider carrot potato stone bone seedling",
    near: "insects forest",
  },
  {
    key: "amazon",
    titles:
      "La forêt amazonienne | The Amazon rainforest | La selva amazónica | La foresta amazzonica | Der Regenwald am Amazonas",
    words:
      "amazonie, forêt amazonienne, amazon, amazon rainforest, amazonas, selva amazónica, amazzonia, foresta amazzonica, amazonas regenwald",
    concepts:
      "parrot monkey crocodile sloth snake frog butterfly leopard bat spider turtle tropical-fish ant palm-tree lizard banana",
    near: "jungle",
  },
  {
    key: "butterflies",
    titles:
      "La vie du papillon | The life of a butterfly | La vida de la mariposa | La vita della farfalla | Das Leben des Schmetterlings",
    words:
      "cycle de vie papillon, vie papillon, naissance papillon, life cycle butterfly, butterflies, metamorphosis, mariposas, ciclo de vida mariposa, metamorfosis, farfalle, ciclo vita farfalla, schmetterlinge, vom ei zum schmetterling",
    concepts: "egg caterpillar leaf butterfly flower sun twig tulip rose seedling bird sunflower tree bee",
    near: "garden insects",
  },
  {
    key: "fish-market",
    titles: "La poissonnerie | The fish market | La pescadería | La pescheria | Der Fischmarkt",
    words:
      "poissonnerie, poissonnier, marché aux poissons, fish market, fishmonger, pescadería, pescadero, mercado de pescado, pescheria, pescivendolo, mercato del pesce, fischmarkt, fischgeschäft",
    concepts:
      "fish shrimp crab squid octopus lobster oyster tropical-fish lemon ice-cube basket seashell pufferfish shark",
    near: "ocean shopping",
  },
  {
    key: "chip-shop",
    titles: "La friterie | The chip shop | La freiduría | La friggitoria | Die Pommesbude",
    words:
      "friterie, baraque à frites, chip shop, fish and chip shop, chippy, fish and chips, freiduría, friggitoria, pommesbude, imbissbude",
    concepts:
      "fish chips peas salt lemon drink cutlery plate hot-dog hamburger chicken-leg onion potato shop",
    near: "fast-food",
  },
  {
    key: "firefighters",
    titles: "Les pompiers | Firefighters | Los bomberos | I pompieri | Die Feuerwehr",
    words:
      "pompier, pompiers, caserne, sapeurs pompiers, firefighter, firefighters, firemen, fire brigade, fire station, bombero, bomberos, pompiere, pompieri, vigili del fuoco, caserma, feuerwehr, feuerwehrleute, feuerwache",
    concepts:
      "fire-engine firefighter fire ladder fire-extinguisher hard-hat axe flashing-light bucket water-drop boot helicopter bell gloves safety-vest",
    near: "rescue",
  },
  {
    key: "police",
    titles: "La police | The police | La policía | La polizia | Die Polizei",
    words:
      "police, policier, policiers, policière, commissariat, gendarmes, policeman, police officers, detective, detectives, policía, policías, polizia, poliziotto, poliziotti, carabinieri, polizei, polizist, polizisten, polizeiauto, detektiv",
    concepts:
      "police-officer police-car motorcycle flashing-light radio helicopter stop-sign traffic-light dog torch padlock footprints magnifying-glass key cap",
    near: "rescue traffic",
  },
  {
    key: "tree-animals",
    titles:
      "Les animaux des arbres | Animals in the trees | Los animales de los árboles | Gli animali degli alberi | Baumtiere",
    words:
      "animaux arbres, vivent dans les arbres, live in trees, animals trees, tree animals, animales árboles, viven en los árboles, animali alberi, vivono sugli alberi, baumtiere, leben in bäumen, tiere auf bäumen",
    concepts:
      "squirrel owl monkey koala sloth bird parrot orangutan nest raccoon bat leopard panda caterpillar",
    near: "forest jungle",
  },
  {
    key: "builders",
    titles: "Le maçon | The builder | El albañil | Il muratore | Der Bauarbeiter",
    words:
      "maçon, maçons, builder, builders, builder needs, albañil, albañiles, muratore, muratori, bauarbeiter, maurer",
    concepts:
      "builder hard-hat brick hammer wheelbarrow shovel ladder bucket toolbox safety-vest saw traffic-cone bolt drilling-rig",
    near: "tools construction",
  },
  {
    key: "stinging",
    titles: "Ce qui pique | What stings | Lo que pica | Chi punge | Was sticht",
    words:
      "pique, piquent, piqûre, piqûres, sting, stings, stinging, prickly, pica, pican, picadura, picaduras, punge, pungono, puntura, sticht, stechen, stachel, stachelig, insectos pican",
    concepts: "bee mosquito ant scorpion spider jellyfish hedgehog cactus fly rose syringe chestnut",
    near: "insects",
  },
  {
    key: "garden-birds",
    titles:
      "Les oiseaux du jardin | Garden birds | Los pájaros del jardín | Gli uccelli del giardino | Die Gartenvögel",
    words:
      "oiseaux jardin, garden birds, birds garden, pájaros jardín, uccelli giardino, gartenvögel, singvögel, vögel garten, mangeoire, bird feeder, vogelhaus, vogelhäuschen",
    concepts: "bird nest crow dove egg feather worm owl twig cherries tree caterpillar duck sunflower",
    near: "birds garden",
  },
  {
    key: "ice-creams",
    titles: "Les glaces | Ice cream | Los helados | I gelati | Eis",
    words:
      "glaces, marchand de glaces, boule de glace, ice cream, ice creams, ice cream van, ice cream shop, helado, helados, heladería, gelati, gelateria, cono gelato, eis essen, eisdiele, eiscafé, eissorten",
    concepts:
      "ice-cream ice-cream-cone lollipop chocolate strawberry lemon banana custard cherries mango melon blueberries cookie spoon",
    near: "sweets fruit",
  },
];
