import type { ThemeRow } from "./theme.ts";

/** Tales that are told in nurseries, each with what happens to lie about in it. */
export const taleThemes: ThemeRow[] = [
  {
    key: "red-riding-hood",
    titles:
      "Le Petit Chaperon rouge | Little Red Riding Hood | Caperucita Roja | Cappuccetto Rosso | Rotkäppchen",
    words:
      "chaperon rouge, petit chaperon, red riding hood, riding hood, caperucita, capuchetto, cappuccetto, rotkäppchen",
    concepts: "girl wolf grandma basket bed fir-tree flower cake hut axe door ear tooth mushroom butter",
    near: "wolf-tales forest",
  },
  {
    key: "three-little-pigs",
    titles:
      "Les trois petits cochons | The three little pigs | Los tres cerditos | I tre porcellini | Die drei kleinen Schweinchen",
    words:
      "trois petits cochons, petits cochons, three little pigs, little pigs, tres cerditos, cerditos, tre porcellini, porcellini, drei kleinen schweinchen, drei schweinchen",
    concepts: "pig wolf brick house hay-bale log wind hut door cooking-pot fire hammer apple window",
    near: "wolf-tales farm",
  },
  {
    key: "goldilocks",
    titles:
      "Boucle d'or et les trois ours | Goldilocks and the three bears | Ricitos de oro y los tres osos | Riccioli d'oro e i tre orsi | Goldlöckchen und die drei Bären",
    words:
      "boucle d'or, boucles d'or, trois ours, goldilocks, three bears, ricitos de oro, tres osos, riccioli d'oro, tre orsi, goldlöckchen, drei bären",
    concepts: "bear girl bowl chair bed soup house fir-tree door spoon cutlery honey sleepy hut",
    near: "bears forest",
  },
  {
    key: "beanstalk",
    titles:
      "Jacques et le haricot magique | Jack and the beanstalk | Las habichuelas mágicas | Jack e il fagiolo magico | Hans und die Bohnenranke",
    words:
      "haricot magique, beanstalk, magic beans, habichuelas mágicas, habichuelas, judías mágicas, fagiolo magico, fagioli magici, bohnenranke, zauberbohnen",
    concepts: "beans boy cow castle egg hen gold-coin harp cloud seedling mum axe treasure-chest leaf",
    near: "castle fairytale",
  },
  {
    key: "hansel-and-gretel",
    titles: "Hansel et Gretel | Hansel and Gretel | Hansel y Gretel | Hänsel e Gretel | Hänsel und Gretel",
    words:
      "hansel gretel, hänsel gretel, gingerbread house, maison en pain d'épices, knusperhaus, hexenhaus, casita de chocolate, casa di marzapane",
    concepts:
      "boy girl bread hut cookie candy lollipop fir-tree moon stone bird key fire chocolate cake bone",
    near: "fairytale forest",
  },
  {
    key: "town-musicians",
    titles:
      "Les musiciens de Brême | The Bremen town musicians | Los músicos de Bremen | I musicanti di Brema | Die Bremer Stadtmusikanten",
    words:
      "musiciens de brême, town musicians, bremen musicians, músicos de bremen, musicanti di brema, bremer stadtmusikanten, stadtmusikanten",
    concepts: "donkey dog cat rooster hut musical-notes drum guitar fir-tree moon window candle trumpet",
    near: "farm music",
  },
  {
    key: "cinderella",
    titles: "Cendrillon | Cinderella | La Cenicienta | Cenerentola | Aschenputtel",
    words:
      "cendrillon, bal de cendrillon, cinderella, cinderella's ball, cenicienta, cenerentola, aschenputtel",
    concepts:
      "princess shoe pumpkin fairy magic-wand prince clock castle dress broom mouse horse dove crown bucket",
    near: "fairytale castle",
  },
  {
    key: "sleeping-beauty",
    titles:
      "La Belle au bois dormant | Sleeping Beauty | La Bella Durmiente | La bella addormentata | Dornröschen",
    words:
      "belle au bois dormant, bois dormant, sleeping beauty, bella durmiente, bella addormentata, dornröschen",
    concepts: "princess castle bed rose fairy prince crown horse sleepy dragon magic-wand heart key",
    near: "fairytale castle",
  },
  {
    key: "snow-white",
    titles: "Blanche-Neige | Snow White | Blancanieves | Biancaneve | Schneewittchen",
    words:
      "blanche neige, sept nains, snow white, seven dwarfs, blancanieves, siete enanitos, biancaneve, sette nani, schneewittchen, sieben zwerge",
    concepts: "princess apple mirror hut prince bed pickaxe lantern deer bird fir-tree crown rabbit diamond",
    near: "fairytale forest",
  },
  {
    key: "mother-holle",
    titles: "Dame Holle | Mother Holle | Madre Nieve | Madama Holle | Frau Holle",
    words: "dame holle, dame hiver, mother holle, madre nieve, madama holle, frau holle",
    concepts: "grandma girl bed feather snowflake apple bread gold-coin rooster snow tree hut fountain door",
    near: "winter fairytale",
  },
  {
    key: "carnival-of-animals",
    titles:
      "Le carnaval des animaux | The carnival of the animals | El carnaval de los animales | Il carnevale degli animali | Der Karneval der Tiere",
    words: "carnaval des animaux, carnival animals, carnaval animales, carnevale animali, karneval tiere",
    concepts:
      "lion elephant swan turtle kangaroo rooster hen donkey fish bird piano bone violin musical-notes",
    near: "music animals",
  },
  {
    key: "tooth-fairy",
    titles:
      "La petite souris des dents | The tooth fairy | El ratoncito Pérez | Il topolino dei denti | Die Zahnfee",
    words:
      "tooth fairy, ratoncito pérez, ratón pérez, hada de los dientes, topolino dei denti, fatina dei denti, zahnfee",
    concepts:
      "tooth fairy mouse gold-coin bed moon star toothbrush letter mouth happy wrapped-gift crescent-moon",
    near: "teeth bedtime",
  },
];
