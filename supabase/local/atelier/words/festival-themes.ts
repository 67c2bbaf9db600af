import type { ThemeRow } from "./theme.ts";

/** Festivals of the world, and outings that feel like one. */
export const festivalThemes: ThemeRow[] = [
  {
    key: "funfair",
    titles: "La fête foraine | The funfair | La feria | Il luna park | Die Kirmes",
    words:
      "fête foraine, foire, manège, manèges, parc d'attractions, funfair, fair, fairground, theme park rides, amusement park, feria, verbena, parque de atracciones, tiovivo, luna park, giostra, giostre, parco giochi divertimenti, jahrmarkt, kirmes, rummel, rummelplatz, volksfest, karussell, freizeitpark",
    concepts:
      "carousel ferris-wheel roller-coaster balloon popcorn candy lollipop ticket target teddy-bear ice-cream hot-dog lantern clown doughnut",
    near: "circus party",
  },
  {
    key: "china",
    titles: "La Chine | China | China | La Cina | China",
    words:
      "chine, chinois, nouvel an chinois, nouvel an lunaire, china, chinese, chinese new year, lunar new year, chino, año nuevo chino, cina, cinese, capodanno cinese, chinesisch, chinesisches neujahr",
    concepts:
      "dragon lantern panda chopsticks rice teapot kite drum fish gold-coin masks orange lion peach red",
    near: "japan new-year",
  },
  {
    key: "festival-of-lights",
    titles:
      "La fête des lumières | The festival of lights | La fiesta de las luces | La festa delle luci | Das Lichterfest",
    words:
      "diwali, divali, hanoukka, hanukkah, fête des lumières, festival of lights, fiesta de las luces, festa delle luci, lichterfest",
    concepts:
      "candle lantern star light-bulb fire flower moon candy drum wrapped-gift confetti musical-notes bell elephant peacock",
    near: "light party",
  },
  {
    key: "day-of-the-dead",
    titles:
      "Le jour des Morts au Mexique | The Day of the Dead | El Día de Muertos | Il Giorno dei morti | Der Tag der Toten",
    words:
      "jour des morts, fête des morts, day dead, día de muertos, día de los muertos, muertos, giorno dei morti, tag der toten, mexique, mexico, méxico, messico, mexiko",
    concepts:
      "candle flower guitar bread picture masks confetti candy grandma grandpa butterfly pinata chocolate dog taco",
    near: "halloween party",
  },
  {
    key: "befana",
    titles: "La Befana | La Befana | La Befana | La Befana | La Befana",
    words: "befana",
    concepts:
      "broom grandma socks candy star moon shoe chocolate wrapped-gift orange letter hat crescent-moon lollipop hut",
    near: "epiphany christmas",
  },
  {
    key: "mothers-day",
    titles: "La fête des mères | Mother's Day | El Día de la Madre | La festa della mamma | Der Muttertag",
    words:
      "fête des mères, fête des mamans, mother's day, mothers day, día de la madre, día madre, festa della mamma, festa mamma, muttertag",
    concepts:
      "mum heart bunch-of-flowers wrapped-gift love hug cake letter rose ring tulip croissant picture chocolate",
    near: "family love",
  },
  {
    key: "fathers-day",
    titles: "La fête des pères | Father's Day | El Día del Padre | La festa del papà | Der Vatertag",
    words:
      "fête des pères, fête des papas, father's day, fathers day, día del padre, día padre, festa del papà, festa papà, vatertag",
    concepts:
      "dad heart wrapped-gift tie hug cake toolbox letter love bicycle football glasses watch picture",
    near: "family love",
  },
  {
    key: "wedding",
    titles: "Le mariage | The wedding | La boda | Il matrimonio | Die Hochzeit",
    words:
      "mariage, mariée, noces, wedding, bride, boda, novia, nozze, matrimonio, sposa, sposi, hochzeit, braut",
    concepts:
      "ring dress heart cake bunch-of-flowers bell love rose car musical-notes tie confetti dove balloon camera",
    near: "love party",
  },
  {
    key: "pancake-day",
    titles:
      "Les crêpes de la Chandeleur | Pancake day | El día de las tortitas | Il giorno delle crêpes | Pfannkuchen backen",
    words:
      "crêpe, crêpes, chandeleur, pancake day, pancakes, tortitas, filloas, candelora, pfannkuchen, eierkuchen, lichtmess",
    concepts:
      "pancakes egg milk butter honey lemon bowl plate spoon chocolate strawberry salt cutlery cook banana",
    near: "baking breakfast",
  },
  {
    key: "fireworks",
    titles: "Le feu d'artifice | Fireworks | Los fuegos artificiales | I fuochi d'artificio | Das Feuerwerk",
    words:
      "feu d'artifice, feux d'artifice, quatorze juillet, 14 juillet, firework, fireworks, bonfire, bonfire night, fuegos artificiales, hoguera, fuochi d'artificio, feuerwerk, osterfeuer",
    concepts:
      "fire star moon torch wonder hot-dog potato scarf gloves hat log confetti rocket musical-notes crescent-moon",
    near: "new-year camping",
  },
  {
    key: "football",
    titles: "Le football | Football | El fútbol | Il calcio | Fußball",
    words:
      "football, équipe de foot, ballon de foot, coupe du monde, match de foot, soccer, football match, world cup, fútbol, mundial, partido de fútbol, calcio, partita di calcio, mondiali, fußball, fussball, fußballspiel, weltmeisterschaft",
    concepts:
      "football goal shorts trophy medal t-shirt socks flag shoe ticket scarf gloves drum clock target",
    near: "ball-games sports",
  },
];
