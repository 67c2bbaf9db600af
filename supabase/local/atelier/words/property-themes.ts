import type { ThemeRow } from "./theme.ts";

/** What things have in common: said alone they are a theme, said with another they narrow it (`red fruit`). */
export const propertyThemes: ThemeRow[] = [
  {
    key: "red-things",
    titles: "Tout est rouge | Red things | Cosas rojas | Cose rosse | Rote Dinge",
    words:
      "rouge, rouges, red, rojo, roja, rojos, rojas, color rojo, rosso, rossa, rossi, rosse, rot, rote, rotes, roten, roter",
    concepts:
      "apple strawberry tomato heart cherries fire-engine ladybird rose hot-pepper mushroom radish lobster crab postbox stop-sign fire-extinguisher telephone balloon magnet red",
    near: "colours",
    narrows: "property",
  },
  {
    key: "blue-things",
    titles: "Tout est bleu | Blue things | Cosas azules | Cose blu | Blaue Dinge",
    words:
      "bleu, bleue, bleus, bleues, blue, azul, azules, color azul, blu, azzurro, azzurra, blau, blaue, blaues, blauen, blauer",
    concepts:
      "blueberries water-drop whale butterfly wave dolphin trousers rain ice-cube bird diamond t-shirt earth peacock pen swimsuit neptune blue",
    near: "colours",
    narrows: "property",
  },
  {
    key: "yellow-things",
    titles: "Tout est jaune | Yellow things | Cosas amarillas | Cose gialle | Gelbe Dinge",
    words:
      "jaune, jaunes, yellow, amarillo, amarilla, amarillos, amarillas, giallo, gialla, gialli, gialle, gelb, gelbe, gelbes, gelben, gelber",
    concepts:
      "sun banana lemon chick star corn cheese sunflower bee pineapple crown taxi moon honey butter bell giraffe light-bulb trophy yellow",
    near: "colours",
    narrows: "property",
  },
  {
    key: "green-things",
    titles: "Tout est vert | Green things | Cosas verdes | Cose verdi | Grüne Dinge",
    words: "vert, verte, verts, vertes, green, verde, verdes, verdi, grün, grüne, grünes, grünen, grüner",
    concepts:
      "frog crocodile leaf cucumber fir-tree broccoli peas cactus lettuce turtle grasshopper four-leaf-clover green-apple kiwi lizard pear tractor dragon seedling avocado green",
    near: "colours",
    narrows: "property",
  },
  {
    key: "orange-things",
    titles: "Tout est orange | Orange things | Cosas de color naranja | Cose arancioni | Orange Dinge",
    words:
      "couleur orange, oranges choses, orange things, colour orange, color orange, color naranja, arancione, arancioni, colore arancione, orangefarben, orangene",
    concepts:
      "orange carrot pumpkin fox tiger traffic-cone basketball tropical-fish autumn-leaf fire jack-o-lantern maple-leaf peach mango orange-colour",
    near: "colours",
    narrows: "property",
  },
  {
    key: "pink-things",
    titles: "Tout est rose | Pink things | Cosas rosas | Cose rosa | Rosa Dinge",
    words:
      "couleur rose, tout rose, choses roses, pink, color rosa, colore rosa, cosas rosas, cosas rosa, cose rosa, rosa sachen, rosa dinge, pinke",
    concepts:
      "pig flamingo cherry-blossom ballet-shoes doughnut tulip cupcake bow peach candy worm ice-cream pink hibiscus water-lily",
    near: "colours",
    narrows: "property",
  },
  {
    key: "purple-things",
    titles: "Tout est violet | Purple things | Cosas moradas | Cose viola | Lila Dinge",
    words:
      "violet, violette, violets, violettes, mauve, purple, morado, morada, morados, moradas, lila, cose viola, colore viola, violett, lilafarben",
    concepts:
      "grapes eggplant purple crystal-ball wizard space-monster hibiscus squid video-game blueberries magic-wand",
    near: "colours",
    narrows: "property",
  },
  {
    key: "brown-things",
    titles: "Tout est marron | Brown things | Cosas marrones | Cose marroni | Braune Dinge",
    words:
      "marron, marrons, brun, brune, brown, marrón, marrones, marrone, marroni, braun, braune, braunes, braunen, brauner",
    concepts:
      "bear chestnut chocolate teddy-bear horse monkey coconut owl potato log bread cookie squirrel beaver deer nest kangaroo violin brown",
    near: "colours",
    narrows: "property",
  },
  {
    key: "black-things",
    titles: "Tout est noir | Black things | Cosas negras | Cose nere | Schwarze Dinge",
    words:
      "noir, noire, noirs, noires, black, negro, negra, negros, negras, nero, nera, neri, nere, schwarz, schwarze, schwarzes, schwarzen, schwarzer",
    concepts:
      "black-cat bat crow spider ant gorilla top-hat headphones mosquito camera orca pirate-flag black piano pawn",
    near: "colours",
    narrows: "property",
  },
  {
    key: "white-things",
    titles: "Tout est blanc | White things | Cosas blancas | Cose bianche | Weiße Dinge",
    words:
      "blanc, blanche, blancs, blanches, white, blanco, blanca, blancos, blancas, bianco, bianca, bianchi, bianche, weiß, weiße, weißes, weißen, weißer",
    concepts:
      "snowman snowflake milk cloud swan sheep polar-bear egg tooth ghost salt goose dove rabbit bone toilet-paper goat rice white",
    near: "colours",
    narrows: "property",
  },
  {
    key: "grey-things",
    titles: "Tout est gris | Grey things | Cosas grises | Cose grigie | Graue Dinge",
    words:
      "gris, grise, grises, grey, gray, grigio, grigia, grigi, grigie, grau, graue, graues, grauen, grauer",
    concepts:
      "elephant mouse koala rhinoceros wolf stone seal hippopotamus donkey dolphin key spoon raccoon dove grey",
    near: "colours",
    narrows: "property",
  },
  {
    key: "flying",
    titles: "Ce qui vole | Things that fly | Cosas que vuelan | Cose che volano | Was fliegt",
    words:
      "vole, volent, voler, volant, ailes, ailé, fly, flies, flying, wings, winged, vuela, vuelan, volar, voladores, alas, vola, volano, volare, volanti, ali, fliegen, fliegt, fliegende, flügel, flugtiere",
    concepts:
      "butterfly airplane bird bee helicopter owl kite bat hot-air-balloon eagle ladybird rocket parrot balloon dove small-plane crow mosquito swan duck goose flamingo fly flying-saucer dragon fairy parachute space-shuttle",
    near: "aircraft birds insects",
    narrows: "property",
  },
  {
    key: "water-animals",
    titles: "Animaux aquatiques | Water animals | Animales acuáticos | Animali acquatici | Wassertiere",
    words:
      "animaux eau, vivent eau, vit eau, nagent, animaux aquatiques, animals water, live water, swim, swimming animals, animales agua, viven agua, acuáticos, nadan, animali acqua, vivono acqua, acquatici, nuotano, tiere wasser, leben wasser, wassertiere, schwimmende tiere, tiere schwimmen",
    concepts:
      "fish dolphin whale duck frog turtle shark octopus crab seal penguin jellyfish seahorse swan otter crocodile starfish lobster hippopotamus orca tropical-fish beaver squid shrimp",
    near: "ocean pond",
  },
  {
    key: "big-animals",
    titles: "Grands animaux | Big animals | Animales grandes | Animali grandi | Große Tiere",
    words:
      "grands animaux, gros animaux, animaux géants, énormes animaux, big animals, large animals, huge animals, giant animals, animales grandes, animales enormes, animales gigantes, animali grandi, animali enormi, animali giganti, große tiere, grosse tiere, riesige tiere, riesentiere",
    concepts:
      "elephant giraffe whale hippopotamus rhinoceros bear gorilla polar-bear camel crocodile shark horse buffalo bison moose orca lion cow ox",
    near: "savanna dinosaurs",
  },
  {
    key: "small-animals",
    titles: "Animaux minuscules | Small animals | Animales pequeños | Animali piccoli | Kleine Tiere",
    words:
      "animaux minuscules, small animals, little animals, tiny animals, animales pequeños, animales diminutos, animalitos pequeños, animali piccoli, piccoli animali, kleine tiere, winzige tiere",
    concepts:
      "mouse ant ladybird hamster snail chick bee frog butterfly bird spider caterpillar worm hedgehog squirrel shrimp seahorse fly grasshopper lizard",
    near: "insects pets",
  },
  {
    key: "striped-animals",
    titles: "Animaux à rayures | Striped animals | Animales con rayas | Animali a strisce | Gestreifte Tiere",
    words:
      "rayures, rayés, rayé, zébrés, stripes, striped, stripy, rayas, rayados, a rayas, strisce, a strisce, righe, streifen, gestreift, gestreifte",
    concepts: "zebra tiger bee raccoon badger skunk squirrel tropical-fish cat snake caterpillar",
    near: "animals",
  },
  {
    key: "spotted-animals",
    titles: "Animaux à taches | Spotted animals | Animales con manchas | Animali a macchie | Gefleckte Tiere",
    words:
      "taches, tachetés, à pois, spots, spotted, spotty, dots, manchas, lunares, macchie, a pois, maculati, flecken, gefleckt, gepunktet, punkten",
    concepts: "leopard giraffe ladybird cow panda orca butterfly dog mushroom deer frog badger",
    near: "animals",
  },
  {
    key: "egg-layers",
    titles: "Ils pondent des œufs | They lay eggs | Ponen huevos | Depongono le uova | Sie legen Eier",
    words:
      "pondent, pond œufs, pondent des œufs, ovipares, lay eggs, laying eggs, hatch from eggs, ponen huevos, ovíparos, nacen de huevos, depongono uova, fanno le uova, ovipari, legen eier, eier legen, schlüpfen aus eiern",
    concepts:
      "hen duck turtle penguin crocodile snake bird frog fish bee butterfly owl snail lizard swan goose parrot ant spider peacock",
    near: "birds reptiles",
  },
  {
    key: "hibernation",
    titles:
      "Ils dorment l'hiver | Winter sleepers | Duermen en invierno | Dormono d'inverno | Winterschläfer",
    words:
      "hibernent, hibernation, hiberner, dorment l'hiver, dormir l'hiver, hibernate, hibernating, hibernation, sleep in winter, hibernan, hibernación, duermen en invierno, letargo, vanno in letargo, dormono d'inverno, winterschlaf, winterschläfer, überwintern, schlafen im winter",
    concepts:
      "hedgehog bear bat squirrel frog turtle snail badger mouse hamster ladybird snake lizard raccoon bee skunk",
    near: "forest autumn",
  },
  {
    key: "four-legs",
    titles: "À quatre pattes | On four legs | De cuatro patas | A quattro zampe | Auf vier Beinen",
    words:
      "quatre pattes, à quatre pattes, four legs, four-legged, four paws, cuatro patas, cuadrúpedos, quattro zampe, amici quattro zampe, vier beine, vier beinen, vierbeiner, vier pfoten",
    concepts:
      "dog cat horse cow elephant lion rabbit sheep pig tiger giraffe zebra fox wolf goat donkey turtle deer hedgehog mouse",
    near: "pets farm",
  },
  {
    key: "dangerous-animals",
    titles:
      "Animaux dangereux | Dangerous animals | Animales peligrosos | Animali pericolosi | Gefährliche Tiere",
    words:
      "dangereux, animaux dangereux, prédateurs, féroces, carnivores, dangerous, dangerous animals, predators, fierce, scary animals, peligrosos, depredadores, feroces, carnívoros, pericolosi, predatori, feroci, gefährlich, gefährliche, raubtiere, fleischfresser",
    concepts:
      "lion shark crocodile tiger snake wolf bear scorpion spider leopard orca hippopotamus rhinoceros jellyfish wild-boar polar-bear gorilla tyrannosaurus",
    near: "savanna jungle",
  },
  {
    key: "soft-things",
    titles: "Tout doux | Soft things | Cosas suaves | Cose morbide | Weiche Dinge",
    words:
      "doux, douce, douces, moelleux, poilus, poils, fourrure, doudou, doudous, peluche, peluches, soft, fluffy, furry, cuddly, soft toys, suave, suaves, blando, peludos, peluches, morbido, morbidi, morbide, pelosi, weich, weiche, flauschig, kuschelig, kuscheltiere, kuscheltier",
    concepts:
      "teddy-bear rabbit chick sheep cat hamster koala panda feather dog bear cloud scarf gloves socks bed penguin squirrel",
    near: "toys pets",
  },
  {
    key: "horned-animals",
    titles:
      "Animaux à cornes | Horned animals | Animales con cuernos | Animali con le corna | Tiere mit Hörnern",
    words: "cornes, à cornes, bois du cerf, horns, horned, antlers, cuernos, corna, hörner, hörnern, geweih",
    concepts: "goat cow deer ram rhinoceros moose buffalo bison ox giraffe snail unicorn dragon",
    near: "farm savanna",
  },
  {
    key: "jumping-animals",
    titles: "Ils sautent | They jump | Animales que saltan | Animali che saltano | Tiere, die springen",
    words:
      "sautent, animaux qui sautent, bondissent, jump, hop, jumping, hopping, saltan, saltarines, saltano, springen, hüpfen, hüpfende",
    concepts: "frog kangaroo rabbit grasshopper squirrel monkey dolphin horse goat cat deer",
    near: "animals",
  },
  {
    key: "round-things",
    titles: "Tout est rond | Round things | Cosas redondas | Cose rotonde | Runde Dinge",
    words:
      "rond, ronds, ronde, rondes, round, circular, redondo, redonda, redondos, redondas, rotondo, rotonda, rotondi, rotonde, tondo, tonde, tondi, rund, runde, rundes, runden, runder",
    concepts:
      "football orange sun balloon wheel apple pizza plate gold-coin doughnut moon cookie watermelon basketball earth bubbles clock tomato ring grapes circle",
    near: "shapes",
    narrows: "property",
  },
  {
    key: "on-wheels",
    titles: "Sur des roues | On wheels | Sobre ruedas | Su ruote | Auf Rädern",
    words:
      "roue, roues, roule, roulent, ce qui roule, rouler, wheel, wheels, rolling, rueda, ruedas, rodar, ruota, ruote, rotelle, räder, rädern, rad, rollt, rollen",
    concepts:
      "car bicycle bus lorry tractor train motorcycle fire-engine kick-scooter scooter skateboard taxi roller-skate ambulance wheelbarrow police-car racing-car wheelchair suitcase shopping-trolley",
    near: "vehicles",
    narrows: "property",
  },
  {
    key: "noisy-things",
    titles: "Ça fait du bruit | Noisy things | Cosas que hacen ruido | Cose rumorose | Laute Dinge",
    words:
      "bruit, bruits, bruyant, bruyants, bruyantes, noise, noises, noisy, loud, sounds, ruido, ruidos, ruidoso, ruidosos, ruidosas, sonidos, rumore, rumori, rumoroso, rumorosi, suoni, lärm, laut, laute, lautes, krach, geräusch, geräusche",
    concepts:
      "drum bell alarm-clock trumpet fire-engine rooster airplane thunderstorm dog motorcycle train telephone hammer lion tractor radio ambulance guitar helicopter road-roller",
    near: "music vehicles",
    narrows: "property",
  },
  {
    key: "shiny-things",
    titles: "Ça brille | Shiny things | Cosas que brillan | Cose che brillano | Was glänzt",
    words:
      "brille, brillent, brillant, brillants, scintille, shiny, shine, shines, sparkly, glitter, brilla, brillan, brillante, brillantes, brillano, brillanti, luccica, luccicano, glänzt, glänzend, glänzende, glitzer, glitzert, glitzern, funkelt",
    concepts:
      "star sun diamond light-bulb moon crown ring candle gold-coin lantern torch lightning shooting-star mirror trophy fire medal crystal-ball bubbles",
    near: "night",
    narrows: "property",
  },
  {
    key: "electric-things",
    titles: "À l'électricité | Electric things | Aparatos eléctricos | Cose elettriche | Elektrische Dinge",
    words:
      "plug in, you plug, branche, prise électrique, enchufan, presa elettrica, steckdose, électricité, électrique, électriques, appareils, electric, electricity, appliances, screens, eléctrico, eléctricos, electricidad, aparatos, electrodomésticos, elettrico, elettrici, elettricità, elettrodomestici, strom, elektrisch, elektrische, geräte, elektrogeräte",
    concepts:
      "light-bulb television computer plug radio telephone mobile-phone torch alarm-clock headphones robot microphone camera video-game tram",
    near: "house robots",
    narrows: "property",
  },
];
