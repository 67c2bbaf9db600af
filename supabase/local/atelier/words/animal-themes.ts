import type { ThemeRow } from "./theme.ts";

/** Themes about animals and where they live. */
export const animalThemes: ThemeRow[] = [
  {
    key: "forest",
    titles: "Forêt | Forest | Bosque | Bosco | Wald",
    words:
      "animaux de la forêt, bois, sous-bois, forêts, woods, woodland, woodland animals, forest animals, animales del bosque, bosques, animali del bosco, foresta, foreste, boschi, waldtiere, wälder, tiere im wald",
    near: "autumn night birds",
  },
  {
    key: "savanna",
    titles: "Savane | Savanna | Sabana | Savana | Savanne",
    words:
      "afrique, animaux d'afrique, safari, savannah, africa, african animals, sabana africana, áfrica, animales de áfrica, animali africani, animali della savana, afrika, afrikanische tiere, steppe",
    concepts:
      "lion elephant giraffe zebra rhinoceros hippopotamus leopard crocodile gorilla flamingo dromedary buffalo snake camel lizard",
    near: "jungle zoo",
  },
  {
    key: "zoo",
    titles: "Zoo | Zoo | Zoológico | Zoo | Zoo",
    words:
      "animaux du zoo, parc animalier, ménagerie, zoo animals, zoological garden, zoológico, parque zoológico, animales del zoo, giardino zoologico, animali dello zoo, tierpark, zootiere, tiergarten",
    concepts:
      "lion elephant giraffe monkey tiger zebra penguin panda polar-bear hippopotamus rhinoceros crocodile flamingo kangaroo koala camel seal parrot gorilla snake turtle peacock leopard sloth orangutan llama bison",
    near: "jungle savanna",
  },
  {
    key: "animals",
    titles: "Animaux | Animals | Animales | Animali | Tiere",
    words: "animal, animale, bête, bêtes, tier, faune, fauna, creatures, créatures, criaturas, tierwelt",
    concepts:
      "dog cat lion elephant rabbit horse cow fox bear monkey penguin dolphin owl turtle butterfly giraffe frog tiger whale hedgehog pig sheep panda squirrel parrot zebra deer wolf crab duck octopus koala crocodile snake hippopotamus kangaroo mouse chick bee ladybird shark seal hen rooster goat donkey goose polar-bear rhinoceros gorilla leopard flamingo sloth peacock orangutan lizard bat spider ant beetle snail jellyfish starfish seahorse orca pufferfish lobster shrimp squid otter fish tropical-fish ram turkey llama ox raccoon badger beaver wild-boar skunk bird moose bison camel dromedary buffalo hamster poodle eagle swan dove crow caterpillar grasshopper worm scorpion fly mosquito black-cat hatching-chick oyster",
    near: "farm jungle ocean forest",
    broad: true,
    narrows: "kind",
  },
  {
    key: "baby-animals",
    titles: "Bébés animaux | Baby animals | Crías de animales | Cuccioli | Tierkinder",
    words:
      "petits des animaux, animaux mignons, cute animals, animal babies, young animals, cachorros, bebés animales, animalitos, cuccioli di animali, tierbabys, jungtiere, süße tiere, babytiere, bébés de la ferme, bébés animaux, babies farm, farmyard babies, lambs and chicks",
    concepts:
      "chick hatching-chick cat dog rabbit sheep duck pig goat hamster mouse koala penguin panda fox squirrel seal deer hedgehog poodle",
    near: "pets farm",
    narrows: "kind",
  },
  {
    key: "pets",
    titles: "Animaux de compagnie | Pets | Mascotas | Animali domestici | Haustiere",
    words:
      "animaux domestiques, chien et chat, mon chien, mon chat, cat and dog, my dog, my cat, perro y gato, mi perro, mi gato, cane e gatto, il mio cane, il mio gatto, hund und katze, mein hund, meine katze, animal de compagnie, pet, domestic animals, animales domésticos, animales de compañía, mascota, animali da compagnia, animale domestico, haustier, streicheltiere, animaux de la maison, petit compagnon, amici animali",
    near: "baby-animals farm",
  },
  {
    key: "polar",
    titles: "Pôle Nord | North Pole | Polo Norte | Polo Nord | Nordpol",
    words:
      "banquise, arctique, animaux polaires, pôles, polaire, grand nord, arctic, polar animals, polar, ice floe, iceberg, ártico, animales polares, hielo, artico, animali polari, ghiacci, banchisa, arktis, polartiere, eismeer, eis und schnee",
    near: "winter ocean",
  },
  {
    key: "birds",
    titles: "Oiseaux | Birds | Pájaros | Uccelli | Vögel",
    words:
      "oiseau, volatiles, plumes, bird, feathered friends, aves, ave, pájaro, uccello, volatili, vogel, vogelarten, gefieder, à plumes, animaux à plumes, feathers, plumas, emplumados, piume, pennuti, federn, gefiederte",
    near: "jungle farm forest",
    narrows: "kind",
  },
  {
    key: "insects",
    titles: "Insectes | Insects | Insectos | Insetti | Insekten",
    words:
      "insecte, petites bêtes, bestioles, petites bêtes du jardin, bugs, bug, minibeasts, creepy crawlies, creepy-crawlies, beetles, insecto, bichos, bicho, insetto, insetti e ragni, insekt, käfer, krabbeltiere, bestiole, bestioles, pelouse, insetti, bugs and slugs, slugs, animaletti, animaletti prato, bichitos, gusanos, wiese krabbeltiere, käfertiere, ungeziefer",
    concepts:
      "ladybird bee butterfly ant snail caterpillar spider beetle worm grasshopper fly mosquito scorpion",
    near: "garden",
    narrows: "kind",
  },
  {
    key: "reptiles",
    titles: "Reptiles | Reptiles | Reptiles | Rettili | Reptilien",
    words:
      "serpents, lézards, amphibiens, snakes, lizards, amphibians, serpientes, lagartos, anfibios, serpenti, lucertole, rettile, anfibi, schlangen, echsen, amphibien, kriechtiere",
    concepts: "snake lizard crocodile turtle tyrannosaurus frog diplodocus dragon",
    near: "dinosaurs jungle pond",
  },
  {
    key: "pond",
    titles: "Mare et rivière | Pond and river | Charca y río | Stagno e fiume | Teich und Fluss",
    words:
      "mare aux canards, mare aux grenouilles, grenouilles, étang, rivière, lac, bord de l'eau, marais, pond, river, lake, wetlands, swamp, charca, río, lago, estanque, pantano, stagno, fiume, palude, teich, fluss, see, bach, sumpf",
    concepts:
      "frog duck fish swan beaver otter turtle goose snail worm fly canoe water-drop shrimp squid island",
    near: "ocean garden forest",
  },
  {
    key: "dinosaurs",
    titles: "Dinosaures | Dinosaurs | Dinosaurios | Dinosauri | Dinosaurier",
    words:
      "dinosaure, dino, dinos, préhistoire, préhistorique, tyrannosaure, dinosaur, prehistory, prehistoric, jurassic, t-rex, dinosaurio, prehistoria, dinosauro, preistoria, dinosaurier, saurier, urzeit",
    near: "reptiles",
  },
  {
    key: "big-cats",
    titles: "Félins | Big cats | Felinos | Felini | Raubkatzen",
    words:
      "grands félins, fauves, chats, felines, wild cats, grandes felinos, gatos, gatti, grandi felini, großkatzen, katzen, felins",
    concepts: "lion tiger leopard cat black-cat",
    near: "savanna pets",
  },
  {
    key: "horses",
    titles: "Chevaux | Horses | Caballos | Cavalli | Pferde",
    words:
      "cheval, poney, poneys, équitation, horse riding, riding, pony, ponies, caballo, ponis, equitación, cavallo, pony, equitazione, pferd, ponys, reiten, reiterhof",
    concepts:
      "horse donkey unicorn zebra apple carrot hay-bale barn boot hard-hat carousel wheat farmer bucket",
    near: "farm fairytale",
  },
  {
    key: "monkeys",
    titles: "Singes | Monkeys | Monos | Scimmie | Affen",
    words:
      "singe, apes, ape, mono, simios, scimmia, affe, primaten, little monkeys, five little monkeys, monitos, scimmiette, äffchen",
    concepts: "monkey gorilla orangutan banana",
    near: "jungle",
  },
  {
    key: "black-and-white",
    titles: "Noir et blanc | Black and white | Blanco y negro | Bianco e nero | Schwarz und weiß",
    words:
      "animaux noirs et blancs, black and white animals, animales blancos y negros, animali bianchi e neri, schwarz weiß, schwarz-weiße tiere",
    concepts: "zebra panda penguin orca cow skunk football piano badger dice dove swan dog",
    near: "animals",
  },
  {
    key: "bears",
    titles: "Ours | Bears | Osos | Orsi | Bären",
    words: "ourson, oursons, nounours, bear cubs, ositos, orsetti, teddybären, bärchen",
    concepts: "bear polar-bear panda koala teddy-bear",
    near: "forest polar toys",
  },
  {
    key: "night",
    titles: "Nuit | Night | Noche | Notte | Nacht",
    words: "night time",
    concepts:
      "moon star owl bat hedgehog bed crescent-moon fox raccoon teddy-bear telescope alarm-clock wolf badger sleepy candle comet galaxy black-cat mouse",
    near: "space forest",
  },
  {
    key: "australia",
    titles: "Australie | Australia | Australia | Australia | Australien",
    words:
      "animaux d'australie, australian animals, outback, animales australianos, animali australiani, australische tiere",
    concepts:
      "kangaroo koala parrot crocodile shark turtle tropical-fish snake lizard spider coral beach dolphin jellyfish",
    near: "ocean jungle",
  },
  {
    key: "desert",
    titles: "Désert | Desert | Desierto | Deserto | Wüste",
    words:
      "sahara, dunes, animaux du désert, desert animals, animales del desierto, animali del deserto, wüstentiere",
    concepts:
      "camel dromedary cactus scorpion snake lizard fox turtle sun beetle spider palm-tree grasshopper owl eagle wind mountain tornado",
    near: "savanna reptiles",
  },
  {
    key: "mountain",
    titles: "Montagne | Mountains | Montaña | Montagna | Berge",
    words:
      "montagnes, alpes, alpage, randonnée, alps, hiking, hill, hills, montañas, alpes, senderismo, montagne, alpi, berg, gebirge, alpen, wandern, wanderung",
    concepts:
      "mountain goat eagle bear deer fir-tree cable-car snow skis ram wolf llama sled cow hot-air-balloon volcano compass map moose",
    near: "winter forest polar",
  },
  {
    key: "antarctica",
    titles: "Antarctique | Antarctica | Antártida | Antartide | Antarktis",
    words:
      "antarctique, pôle sud, antarctic, antarctica, south pole, antártida, polo sur, antartide, polo sud, antarktis, südpol",
    concepts:
      "penguin seal whale orca ice-cube fish squid bird snowflake shrimp jellyfish starfish octopus mountain",
    near: "polar ocean",
  },
  {
    key: "nocturnal-animals",
    titles: "Animaux nocturnes | Nocturnal animals | Animales nocturnos | Animali notturni | Nachttiere",
    words:
      "nocturne, nocturnes, animaux de la nuit, nocturnal, animals night, night animals, nocturnos, animales noche, notturni, animali notte, nachttiere, nachtaktive tiere, nachtaktiv, tiere nacht, eulen, chouettes, owls",
    concepts:
      "owl bat hedgehog fox raccoon badger wolf mouse black-cat skunk wild-boar frog deer spider koala beaver",
    near: "forest night",
  },
];
