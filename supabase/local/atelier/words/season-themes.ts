import type { ThemeRow } from "./theme.ts";

/** Themes about nature, seasons, feasts and stories. */
export const seasonThemes: ThemeRow[] = [
  {
    key: "nature",
    titles: "Nature | Nature | Naturaleza | Natura | Natur",
    words:
      "plantes, plants, environment, environnement, écologie, plantas, medio ambiente, ecología, piante, ambiente, ecologia, pflanzen, umwelt, wiese",
    near: "garden forest weather",
  },
  {
    key: "flowers",
    titles: "Fleurs | Flowers | Flores | Fiori | Blumen",
    words:
      "fleur, bouquet, fleurs des champs, flower, bouquet, wild flowers, flor, ramo de flores, fiore, mazzo di fiori, blume, blumenstrauß, blumenwiese, blüten",
    concepts:
      "sunflower tulip rose flower hibiscus cherry-blossom water-lily bunch-of-flowers four-leaf-clover seedling plant",
    near: "garden nature",
    narrows: "kind",
  },
  {
    key: "water",
    titles: "Eau | Water | Agua | Acqua | Wasser",
    words: "l'eau, gouttes d'eau, jeux d'eau, water play, agua, juegos de agua, giochi d'acqua, wasserspiele",
    concepts:
      "water-drop rain wave fish bathtub shower umbrella bucket duck boot snow sailboat rainbow cloud whale frog soap",
    near: "pond ocean weather",
  },
  {
    key: "garden",
    titles: "Jardin | Garden | Jardín | Giardino | Garten",
    words:
      "jardinage, jardinier, gardening, backyard, jardinería, giardinaggio, gartenarbeit, gärtner, gartentiere",
    near: "nature insects vegetables",
  },
  {
    key: "weather",
    titles: "Météo | Weather | Tiempo | Meteo | Wetter",
    words:
      "temps qu'il fait, soleil, nuages, vent, orage, climat, sunshine, clouds, wind, storm, climate, clima, nubes, viento, tormenta, meteorología, tempo atmosferico, che tempo fa, nuvole, vento, temporale, clima, sonne, wolken, wind, gewitter, klima, beau temps, temps dehors, bel tempo, mal tempo, buen tiempo, schlechtes wetter",
    more: "boot hat coat",
    concepts:
      "sun rain cloud snow wind rainbow thunderstorm lightning snowflake umbrella partly-cloudy tornado thermometer water-drop ice-cube",
    near: "nature winter",
  },
  {
    key: "spring",
    titles: "Printemps | Spring | Primavera | Primavera | Frühling",
    words: "au printemps, springtime, primaveral, frühjahr, primavera in fiore",
    concepts:
      "tulip butterfly chick rabbit bee cherry-blossom ladybird nest flower bird snail seedling rainbow frog sheep umbrella rain four-leaf-clover",
    near: "garden nature",
  },
  {
    key: "summer",
    titles: "Été | Summer | Verano | Estate | Sommer",
    words:
      "en été, vacances d'été, summertime, summer holidays, vacaciones de verano, vacanze estive, sommerferien",
    concepts:
      "sun ice-cream beach sunglasses watermelon sunflower bucket cherries flip-flop butterfly ice-cream-cone sailboat bee cap peach shorts wave kite lifebuoy",
    near: "beach fruit",
  },
  {
    key: "autumn",
    titles: "Automne | Autumn | Otoño | Autunno | Herbst",
    words:
      "en automne, feuilles mortes, feuilles colorées, colourful leaves, falling leaves, hojas secas, hojas de colores, foglie secche, foglie colorate, bunte blätter, kastanien, récolte, vendanges, fall, harvest, thanksgiving, cosecha, raccolto, vendemmia, ernte, erntedank, herbstlich",
    concepts:
      "autumn-leaf maple-leaf mushroom pumpkin squirrel chestnut hedgehog rain apple grapes umbrella boot wind scarf pear fox tree corn owl",
    near: "forest weather halloween",
  },
  {
    key: "winter",
    titles: "Hiver | Winter | Invierno | Inverno | Winter",
    words:
      "neige, froid, sports d'hiver, ski, en hiver, snow, cold, winter sports, skiing, ice, nieve, frío, deportes de invierno, esquí, neve, freddo, sport invernali, sci, schnee, kälte, wintersport, skifahren",
    near: "polar christmas winter-clothes",
  },
  {
    key: "seasons",
    titles: "Saisons | Seasons | Estaciones | Stagioni | Jahreszeiten",
    words:
      "quatre saisons, saison, four seasons, season, estaciones del año, cuatro estaciones, quattro stagioni, stagione, vier jahreszeiten, jahreszeit, calendrier, calendar",
    concepts:
      "snowman tulip sun maple-leaf snowflake butterfly ice-cream mushroom scarf cherry-blossom beach pumpkin sled bee watermelon rain chestnut christmas-tree umbrella",
    near: "weather nature",
  },
  {
    key: "beach",
    titles: "Plage | Beach | Playa | Spiaggia | Strand",
    words:
      "bord de mer, à la plage, vacances à la mer, sable, seaside, coast, sand, at the beach, costa, arena, en la playa, sabbia, lido, küste, sand, sandstrand, classe de mer, sac de plage",
    near: "ocean summer",
  },
  {
    key: "christmas",
    titles: "Noël | Christmas | Navidad | Natale | Weihnachten",
    words:
      "père noël, fêtes de noël, sapin, xmas, santa, nativity, papá noel, navideño, babbo natale, natalizio, advent, adventszeit, nikolaus, weihnachtszeit, préparer noël, cadeaux de noël, getting ready christmas, regali di natale, regalos de navidad, adornos, addobbi, weihnachtsgeschenke, weihnachtsschmuck, weihnachtsmann, santa claus",
    more: "snowflake fir-tree candy wrapped-gift gloves",
    near: "winter party",
  },
  {
    key: "easter",
    titles: "Pâques | Easter | Pascua | Pasqua | Ostern",
    words:
      "œufs de pâques, lapin de pâques, chasse aux œufs, easter eggs, easter bunny, egg hunt, huevos de pascua, conejo de pascua, uova di pasqua, ostereier, osterhase, chasse aux œufs, egg hunt, eiersuche, ostersuche",
    concepts:
      "rabbit egg chick hatching-chick chocolate basket tulip sheep bell butterfly nest rooster flower candy bow duck",
    near: "spring sweets",
  },
  {
    key: "halloween",
    titles: "Halloween | Halloween | Halloween | Halloween | Halloween",
    words:
      "citrouilles, sorcières, fantômes, pumpkins, witches, ghosts, spooky, calabazas, brujas, fantasmas, zucche, streghe, fantasmi, kürbisse, hexen, gespenster, geister, gruselig",
    more: "pumpkin space-monster wolf alien",
    concepts:
      "jack-o-lantern ghost bat spider black-cat owl pumpkin candy moon wizard candle broom masks wolf space-monster",
    near: "night autumn",
  },
  {
    key: "party",
    titles: "Fête d'anniversaire | Birthday party | Fiesta de cumpleaños | Festa di compleanno | Geburtstag",
    words:
      "anniversaire, fête, fêtes, birthday, party, celebration, cumpleaños, fiesta, fiestas, compleanno, festa, feste, geburtstagsfeier, fest, feier, goûter anniversaire, goûter d anniversaire, cumple, fiesta de cumple, geburtstagsparty",
    more: "ice-cream lollipop trumpet",
    concepts:
      "birthday-cake balloon wrapped-gift candle confetti cupcake candy crown musical-notes ice-cream lollipop pinata flag trumpet clown",
    near: "sweets circus toys",
  },
  {
    key: "circus",
    titles: "Cirque | Circus | Circo | Circo | Zirkus",
    words:
      "clowns, chapiteau, payasos, pagliacci, acrobates, acrobats, acróbatas, acrobati, akrobaten, clown, payaso, pagliaccio",
    more: "tiger poodle",
    concepts:
      "circus-tent clown elephant lion horse balloon popcorn drum top-hat monkey ferris-wheel carousel trumpet tiger ticket roller-coaster poodle",
    near: "party music",
  },
  {
    key: "fairytale",
    titles: "Contes de fées | Fairy tales | Cuentos de hadas | Fiabe | Märchen",
    words:
      "conte, contes, fées, fée, princesses, princesse, licorne, licornes, magie, magique, sorcier, fairytales, fairy tale, princess, princesses, unicorn, unicorns, magic, magical, fantasy, wizards, story, stories, cuentos, cuento, hadas, princesas, princesa, unicornio, unicornios, magia, mágico, fantasía, fiaba, favole, favola, fate, fata, principesse, principessa, unicorno, unicorni, maghi, märchenwelt, feen, fee, prinzessin, prinzessinnen, einhorn, einhörner, zauber, zauberei, magie, fantasie, geschichten, märchenfiguren, personnages de contes, personajes de cuentos",
    concepts:
      "dragon castle unicorn princess prince fairy mermaid crown magic-wand wizard crystal-ball ghost diamond genie carousel frog wolf rose ring hut shield",
    near: "castle",
  },
  {
    key: "castle",
    titles:
      "Châteaux et chevaliers | Castles and knights | Castillos y caballeros | Castelli e cavalieri | Burgen und Ritter",
    words:
      "château, châteaux, château fort, chevalier, chevaliers, moyen âge, dragon, dragons, reine, castle, castles, knight, knights, middle ages, medieval, kings and queens, king, queen, castillo, castillos, caballero, caballeros, edad media, dragones, rey, reina, castello, castelli, cavaliere, cavalieri, medioevo, draghi, drago, re, regina, burg, burgen, ritter, ritterburg, schloss, mittelalter, drachen, drache, könig, königin",
    concepts:
      "castle dragon horse crown prince princess shield treasure-chest ring diamond flag gold-coin trumpet harp wizard key rose candle",
    near: "fairytale pirates",
  },
  {
    key: "pirates",
    titles: "Pirates | Pirates | Piratas | Pirati | Piraten",
    words:
      "pirate, trésor, chasse au trésor, corsaires, île au trésor, treasure, treasure hunt, treasure island, pirata, tesoro, búsqueda del tesoro, isla del tesoro, caccia al tesoro, isola del tesoro, corsari, pirat, schatz, schatzsuche, schatzinsel, seeräuber, piratenschiff, pirate ships, barcos piratas, navi pirata",
    concepts:
      "treasure-chest pirate-flag parrot sailboat anchor compass map island gold-coin telescope monkey diamond octopus shark crown",
    near: "ocean boats castle",
  },
];
