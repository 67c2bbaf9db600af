import type { ThemeRow } from "./theme.ts";

/** Themes about what families and classes do: shop, cook, garden, celebrate, go out. */
export const outingThemes: ThemeRow[] = [
  {
    key: "shopping",
    titles: "Au supermarché | At the supermarket | En el supermercado | Al supermercato | Im Supermarkt",
    words:
      "supermarché, faire les courses, courses, épicerie, marché, magasin, marchande, supermarket, shopping, grocery, groceries, shop, market, supermercado, hacer la compra, compra, mercado, tienda, supermercato, spesa, fare la spesa, mercato, negozio, supermarkt, einkaufen, einkauf, markt, kaufladen, laden",
    concepts:
      "shopping-trolley apple milk bread banana egg cheese tomato juice fish carrot cookie potato toilet-paper chocolate soap basket",
    near: "food fruit vegetables",
  },
  {
    key: "healthy-food",
    titles: "Manger sain | Healthy food | Comida sana | Cibo sano | Gesundes Essen",
    words:
      "manger sain, sain, saine, équilibré, bon pour la santé, healthy, healthy food, healthy eating, nutrition, sana, sano, saludable, alimentación sana, sani, mangiare sano, gesund, gesunde, gesundes, gesundes essen, ernährung",
    concepts:
      "apple carrot banana milk broccoli tomato fish egg bread orange mixed-salad cheese rice grapes cucumber soup pear",
    near: "fruit vegetables",
  },
  {
    key: "baking",
    titles: "Faire des gâteaux | Baking | Hacer pasteles | Preparare i dolci | Backen",
    words:
      "faire des gâteaux, recette, recettes, pâtissier, baking, bake, recipe, hornear, repostería, receta, cucinare dolci, ricetta, ricette, impastare, backen, backstube, plätzchen, plätzchen backen, rezept",
    concepts:
      "egg butter milk cake cookie chocolate bowl spoon cupcake pie birthday-cake honey apple cook pancakes",
    near: "sweets kitchen",
  },
  {
    key: "christmas-baking",
    titles: "Biscuits de Noël | Christmas baking | Dulces de Navidad | Dolci di Natale | Weihnachtsbäckerei",
    words:
      "biscuits de noël, gâteaux de noël, christmas baking, christmas biscuits, christmas cookies, dulces de navidad, dolci di natale, biscotti di natale, weihnachtsbäckerei, weihnachtsplätzchen, plätzchen weihnachten",
    concepts: "cookie star egg butter candy chocolate cake honey milk bowl candle cook pretzel spoon",
    near: "christmas sweets",
  },
  {
    key: "pizzeria",
    titles: "À la pizzeria | At the pizzeria | En la pizzería | In pizzeria | In der Pizzeria",
    words:
      "pizzeria, pizzaiolo, pizzería, pizza, pizzas, pasta, pâtes, spaghetti, nudeln, macarrones, pizza topping, pizza toppings, garnitures pizza, pizza belegen, italie, italy, italia, italien, italienisch",
    concepts:
      "pizza tomato cheese spaghetti cook mushroom olive onion bell-pepper ice-cream garlic cutlery plate mixed-salad",
    near: "food vegetables",
  },
  {
    key: "recycling",
    titles: "Recycler | Recycling | Reciclar | Riciclare | Recycling",
    words:
      "recyclage, recycler, tri, tri des déchets, trier, déchets, poubelle, poubelles, ordures, planète propre, recycle, rubbish, waste, litter, garbage, trash, reciclar, reciclaje, basura, residuos, riciclo, riciclaggio, raccolta differenziata, differenziata, rifiuti, spazzatura, müll, mülltrennung, müll trennen, abfall",
    concepts:
      "garbage-truck wastepaper-basket newspaper jar parcel juice banana letter light-bulb apple egg leaf earth drink tree",
    near: "nature house",
  },
  {
    key: "earth",
    titles: "La Terre | Planet Earth | La Tierra | La Terra | Unsere Erde",
    words:
      "terre, planète terre, jour de la terre, earth, planet earth, earth day, tierra, planeta tierra, pianeta terra, giornata della terra, erde, unsere erde",
    concepts: "earth tree mountain volcano wave cloud flower rain island sun bee water-drop fish leaf",
    near: "nature recycling",
  },
  {
    key: "planting",
    titles: "Planter et semer | Planting seeds | Plantar y sembrar | Piantare e seminare | Säen und Pflanzen",
    words:
      "graines, graine, semer, planter, semis, faire pousser, seeds, seed, planting, plant seeds, growing, grow, semillas, semilla, sembrar, plantar, semi, seme, seminare, piantare, samen, säen, einpflanzen, aussäen",
    concepts:
      "seedling plant sunflower flower water-drop sun shovel bucket carrot tulip worm tomato wheelbarrow ladybird bee",
    near: "garden vegetables",
  },
  {
    key: "trees",
    titles: "Arbres et feuilles | Trees and leaves | Árboles y hojas | Alberi e foglie | Bäume und Blätter",
    words:
      "arbre, arbres, feuille, feuilles, tree, trees, leaf, leaves, árbol, árboles, hoja, hojas, albero, alberi, foglia, foglie, baum, bäume, blatt, blätter, laub",
    concepts:
      "tree leaf fir-tree autumn-leaf palm-tree maple-leaf chestnut twig cherry-blossom log apple nest mushroom",
    near: "forest nature autumn",
  },
  {
    key: "caterpillar",
    titles:
      "De la chenille au papillon | Caterpillar and butterfly | De oruga a mariposa | Dal bruco alla farfalla | Raupe und Schmetterling",
    words:
      "chenille, chenilles, papillon, papillons, caterpillar, caterpillars, butterfly, hungry caterpillar, life cycle, oruga, orugas, mariposa, pequeña oruga, bruco, bruchi, farfalla, raupe, raupen, schmetterling, raupe nimmersatt",
    concepts:
      "caterpillar butterfly leaf egg apple flower pear strawberry orange cheese cake lollipop watermelon sun",
    near: "insects fruit",
  },
  {
    key: "rain",
    titles: "Jour de pluie | A rainy day | Día de lluvia | Giorno di pioggia | Regentag",
    words:
      "pluie, jour de pluie, il pleut, pluvieux, flaques, rain, rainy, rainy day, puddles, lluvia, lluvioso, día de lluvia, charcos, pioggia, piove, pozzanghere, regen, regenwetter, regentag, pfützen",
    concepts:
      "rain umbrella boot cloud rainbow water-drop snail coat lightning frog duck worm thunderstorm partly-cloudy",
    near: "weather",
  },
  {
    key: "pool",
    titles: "À la piscine | At the pool | En la piscina | In piscina | Im Schwimmbad",
    words:
      "piscine, nager, natation, baignade, pool, swimming pool, swimming, swimming lesson, paddling pool, piscina, nadar, natación, nuoto, nuotare, schwimmbad, freibad, schwimmen, schwimmkurs, badespaß, baden gehen",
    concepts:
      "swimsuit diving-mask lifebuoy shower flip-flop wave slide water-drop sunglasses ice-cream shorts sun duck goggles",
    near: "summer beach",
  },
  {
    key: "sandpit",
    titles: "Au bac à sable | In the sandpit | En el arenero | Nella sabbiera | Im Sandkasten",
    words:
      "bac à sable, pâtés de sable, sandpit, sandbox, sandcastle, arenero, castillo de arena, sabbiera, castelli di sabbia, sandkasten, sandkiste, sandburg, sandspielzeug, jouets de sable, sand toys, juguetes de arena, giochi da sabbia, spielsachen sandkasten",
    concepts: "bucket shovel castle excavator dump-truck wheelbarrow seashell football slide car starfish",
    near: "playground toys beach",
  },
  {
    key: "team-sports",
    titles: "Sports d'équipe | Team sports | Deportes de equipo | Sport di squadra | Mannschaftssport",
    words:
      "sports d'équipe, sport collectif, team sports, deportes de equipo, sport di squadra, mannschaftssport, mannschaftsspiele",
    concepts:
      "football basketball volleyball rugby-ball goal baseball american-football trophy medal frisbee",
    near: "ball-games sports",
  },
  {
    key: "cars",
    titles: "Voitures | Cars | Coches | Macchine | Autos",
    words:
      "voiture, voitures, auto, car, cars, coche, coches, carro, carros, macchina, macchine, automobili, autos, rennwagen",
    concepts:
      "car racing-car taxi police-car bus fire-engine ambulance jeep minibus pickup-truck delivery-van tractor lorry tow-truck garbage-truck",
    near: "trucks vehicles",
  },
  {
    key: "traffic",
    titles: "Dans la rue | Road safety | Seguridad vial | Sicurezza stradale | Im Straßenverkehr",
    words:
      "sécurité routière, code de la route, circulation, traverser, rue, road safety, traffic, crossing the road, street, seguridad vial, educación vial, tráfico, calle, educazione stradale, sicurezza stradale, traffico, strada, straßenverkehr, verkehrserziehung, verkehr, straße",
    concepts:
      "traffic-light car bus bicycle stop-sign police-officer bus-stop traffic-cone motorcycle police-car kick-scooter school lorry taxi",
    near: "vehicles city",
  },
  {
    key: "post-office",
    titles: "À la poste | At the post office | En Correos | Alla posta | Bei der Post",
    words:
      "poste, facteur, courrier, post, post office, mail, postman, correos, cartero, correo, posta, postino, briefträger, postbote, briefe",
    concepts: "letter postbox parcel delivery-van newspaper pen bicycle wrapped-gift scooter house map",
    near: "city jobs",
  },
  {
    key: "stage",
    titles: "Danse et théâtre | Dance and theatre | Danza y teatro | Danza e teatro | Tanz und Theater",
    words:
      "danse, danser, théâtre, spectacle, ballet, marionnettes, dance, dancing, theatre, theater, show, danza, bailar, baile, teatro, espectáculo, danzare, ballare, spettacolo, tanz, tanzen, theater, ballett, aufführung",
    concepts: "ballet-shoes masks dress musical-notes piano crown microphone top-hat ticket clown bow violin",
    near: "music circus costumes",
  },
  {
    key: "monsters",
    titles: "Monstres | Monsters | Monstruos | Mostri | Monster",
    words:
      "monstre, monstres, créatures imaginaires, monster, monsters, monstruo, monstruos, mostro, mostri, ungeheuer, monsterchen",
    concepts:
      "space-monster ghost dragon alien jack-o-lantern genie robot spider bat wizard tyrannosaurus octopus wolf",
    near: "halloween fairytale",
  },
  {
    key: "wolf-tales",
    titles: "Le grand méchant loup | The big bad wolf | El lobo feroz | Il lupo cattivo | Der böse Wolf",
    words:
      "loup, méchant loup, wolf, big bad wolf, lobo, lobo feroz, lupo, lupo cattivo, böser wolf, sieben geißlein",
    concepts: "wolf pig basket girl grandma hut goat house fir-tree brick flower cake hay-bale door",
    near: "fairytale forest",
  },
  {
    key: "superheroes",
    titles: "Super-héros | Superheroes | Superhéroes | Supereroi | Superhelden",
    words:
      "super-héros, superhéros, héros, superhero, superheroes, superhéroe, superhéroes, supereroe, supereroi, superheld, superhelden",
    concepts: "lightning shield masks arm rocket star robot tall-building fire flying-saucer",
    near: "fairytale space",
  },
  {
    key: "epiphany",
    titles: "Fête des Rois | Three Kings | Reyes Magos | Re Magi | Dreikönigstag",
    words:
      "galette, galette des rois, fête des rois, rois mages, épiphanie, three kings, wise men, epiphany, reyes magos, día de reyes, roscón, cabalgata, re magi, epifania, heilige drei könige, dreikönigstag, sternsinger",
    concepts: "crown star camel wrapped-gift pie gold-coin shoe candy moon candle dromedary",
    near: "christmas castle",
  },
  {
    key: "lanterns",
    titles:
      "Fête des lanternes | Lantern walk | Fiesta de los farolillos | Festa delle lanterne | Laternenfest",
    words:
      "lanterne, lanternes, saint martin, défilé des lanternes, lantern, lanterns, lantern walk, st martin, farolillos, farolillo, san martín, lanterne, san martino, laterne, laternen, laternenfest, laternenumzug, sankt martin, st. martin, martinsumzug, martinstag",
    concepts: "lantern moon star horse goose candle coat fire bread crescent-moon scarf musical-notes",
    near: "night autumn",
  },
  {
    key: "new-year",
    titles: "Nouvel An | New Year | Año Nuevo | Capodanno | Neujahr",
    words:
      "nouvel an, jour de l'an, new year, new year's eve, año nuevo, nochevieja, capodanno, neujahr, silvester",
    concepts: "confetti clock lantern dragon balloon calendar musical-notes cake star candle hat party",
    near: "party winter",
  },
  {
    key: "bakery",
    titles: "À la boulangerie | At the bakery | En la panadería | Dal fornaio | In der Bäckerei",
    words:
      "boulangerie, boulanger, boulangère, bakery, baker, panadería, panadero, panetteria, panettiere, panificio, fornaio, forno, bäckerei, bäcker, brot und kuchen",
    concepts: "bread croissant baguette pretzel cake pie doughnut cookie sandwich pizza cupcake waffle wheat",
    near: "sweets breakfast",
  },
  {
    key: "bees",
    titles: "Abeilles et miel | Bees and honey | Abejas y miel | Api e miele | Bienen und Honig",
    words:
      "abeille, abeilles, ruche, miel, bee, bees, beehive, hive, honey, abeja, abejas, colmena, api, alveare, miele, biene, bienen, bienenstock, honig",
    concepts: "bee honey sunflower flower tulip rose cherry-blossom tree butterfly ladybird sun seedling",
    near: "garden insects",
  },
  {
    key: "trucks",
    titles: "Camions | Trucks | Camiones | Camion | Lastwagen",
    words:
      "camion, camions, poids lourds, truck, trucks, lorry, lorries, big trucks, camión, camiones, autocarri, laster, lastwagen, lastautos, lkw, lkws",
    concepts:
      "lorry fire-engine garbage-truck dump-truck tow-truck concrete-mixer delivery-van pickup-truck mobile-crane tractor snow-plough",
    near: "cars construction",
  },
  {
    key: "night-sky",
    titles: "Le ciel étoilé | The night sky | El cielo estrellado | Il cielo stellato | Der Sternenhimmel",
    words:
      "ciel étoilé, nuit étoilée, ciel nuit, constellations, night sky, sky night, starry night, starry sky, constellations, cielo estrellado, cielo nocturno, cielo noche, noche estrellada, constelaciones, cielo stellato, cielo notte, notte stellata, costellazioni, sternenhimmel, nachthimmel, sternbilder",
    concepts:
      "moon star crescent-moon shooting-star telescope comet saturn galaxy observatory meteorite satellite jupiter mars owl bat",
    near: "space night",
  },
  {
    key: "sky",
    titles: "Dans le ciel | In the sky | En el cielo | Nel cielo | Am Himmel",
    words: "ciel, sky, up in the sky, cielo, himmel",
    concepts:
      "sun cloud bird airplane rainbow moon star kite hot-air-balloon butterfly helicopter lightning balloon eagle",
    near: "weather flying",
  },
  {
    key: "tropical-fruit",
    titles: "Fruits exotiques | Tropical fruit | Frutas tropicales | Frutta tropicale | Südfrüchte",
    words:
      "fruits exotiques, fruits tropicaux, tropical fruit, exotic fruit, frutas tropicales, frutas exóticas, frutta tropicale, frutta esotica, südfrüchte, exotische früchte, tropische früchte",
    concepts: "pineapple banana mango coconut kiwi orange melon lemon avocado watermelon peach",
    near: "fruit",
  },
  {
    key: "communication",
    titles: "Communiquer | Keeping in touch | La comunicación | La comunicazione | Kommunikation",
    words:
      "communiquer, communication, moyens de communication, médias, media, keeping in touch, comunicación, medios de comunicación, comunicar, comunicazione, mezzi di comunicazione, kommunikation, medien, nachrichten",
    concepts:
      "telephone mobile-phone letter television radio newspaper computer postbox satellite-dish microphone parcel book satellite",
    near: "post-office house",
  },
];
