import type { ThemeRow } from "./theme.ts";

/** Themes about food, home, clothes and feelings. */
export const homeThemes: ThemeRow[] = [
  {
    key: "fruit",
    titles: "Fruits | Fruit | Frutas | Frutta | Obst",
    words:
      "fruit, verger, salade de fruits, fruits, orchard, fruta, macedonia, frutto, frutti, bosco di frutta, früchte, obstsalat, obstgarten, obstsorten, obst, fruit salad, salade de fruits, macedonia, frutta mista, früchte",
    near: "vegetables sweets",
    narrows: "kind",
  },
  {
    key: "vegetables",
    titles: "Légumes | Vegetables | Verduras | Verdure | Gemüse",
    words:
      "légume, potager, soupe de légumes, vegetable, veggies, veg, vegetable garden, verdura, hortalizas, vegetales, huerto, huerta, ortaggi, verdura, orto, gemüsesorten, gemüsegarten, gemüse, légumes, potager, légumes potager, verdure orto",
    near: "fruit garden food",
    narrows: "kind",
  },
  {
    key: "food",
    titles: "Nourriture | Food | Comida | Cibo | Essen",
    words:
      "aliments, manger, repas, cantine, restaurant, plats, meals, meal, eating, restaurant, lunch, dinner, comidas, alimentos, comer, restaurante, cena, almuerzo, cibi, alimenti, mangiare, pranzo, cena, ristorante, lebensmittel, speisen, mahlzeit, mittagessen, abendessen, restaurant, what's for lunch, déjeuner, eat, on mange, comemos, comida, mangiamo",
    near: "fruit vegetables sweets",
  },
  {
    key: "fast-food",
    titles: "Repas préférés | Favourite meals | Comidas favoritas | Piatti preferiti | Lieblingsessen",
    words:
      "fast food, restauration rapide, junk food, comida rápida, street food, schnellimbiss, imbiss, pizza et burger",
    concepts:
      "pizza hamburger chips hot-dog spaghetti taco sandwich pancakes sushi ice-cream popcorn doughnut",
    near: "food sweets",
  },
  {
    key: "breakfast",
    titles: "Petit-déjeuner | Breakfast | Desayuno | Colazione | Frühstück",
    words:
      "petit déjeuner, goûter, brunch, merienda, merenda, prima colazione, frühstücken, snack, petit déj, mange petit déj, comemos mañana, desayunar, colazione bambini, frühstückstisch, breakfast time",
    concepts:
      "croissant milk egg bread honey butter orange pancakes banana waffle fried-egg cup teapot strawberry baguette apple cheese juice bowl spoon",
    near: "food sweets fruit",
  },
  {
    key: "picnic",
    titles: "Pique-nique | Picnic | Pícnic | Picnic | Picknick",
    words: "pique nique, pic-nic, merienda campestre, barbecue, barbacoa, grillen, grigliata",
    concepts:
      "basket sandwich apple watermelon ant cherries cheese strawberry sun butterfly hot-dog tomato tree kite cookie grapes baguette",
    near: "food fruit garden",
  },
  {
    key: "sweets",
    titles: "Gourmandises | Sweets | Dulces | Dolci | Süßigkeiten",
    words:
      "bonbons, gâteaux, desserts, pâtisserie, pâtisseries, sucreries, candies, candy, cakes, desserts, treats, golosinas, caramelos, pasteles, postres, pastelería, caramelle, torte, dessert, pasticceria, süßes, kuchen, torten, nachtisch, naschen, leckereien",
    near: "food party fruit",
  },
  {
    key: "kitchen",
    titles: "Cuisine | Kitchen | Cocina | Cucina | Küche",
    words:
      "cuisiner, ustensiles, cooking, utensils, cocinar, utensilios, cucinare, utensili da cucina, kochen, küchengeräte, geschirr",
    concepts:
      "cooking-pot spoon plate cup teapot bowl cutlery fried-egg cook jar salt bread milk cheese butter",
    near: "food house",
  },
  {
    key: "house",
    titles: "Maison | House | Casa | Casa | Haus",
    words:
      "à la maison, objets de la maison, meubles, salon, home, at home, household, furniture, living room, hogar, en casa, muebles, salón, mobili, soggiorno, oggetti di casa, arredamento, zuhause, zu hause, möbel, wohnung, wohnzimmer, haushalt",
    concepts:
      "house bed chair sofa door window television bathtub light-bulb key clock telephone mirror teddy-bear plant broom shower computer picture alarm-clock radio basket padlock",
    near: "kitchen bathroom clothes",
    aside: true,
  },
  {
    key: "bathroom",
    titles: "Salle de bain | Bathroom | Cuarto de baño | Bagno | Badezimmer",
    words:
      "bain, hygiène, se laver, toilette, bath, bath time, hygiene, washing, baño, higiene, lavarse, igiene, lavarsi, bad, baden, waschen, körperpflege, hygiene, bagnetto, hora del baño, fare il bagno, baden, baignoire, toilettes",
    more: "water-drop basket",
    concepts: "bathtub toothbrush soap shower sponge mirror shampoo toilet toilet-paper water-drop",
    near: "house teeth pool",
  },
  {
    key: "clothes",
    titles: "Vêtements | Clothes | Ropa | Vestiti | Kleidung",
    words:
      "habits, vêtement, s'habiller, mode, chaussures, clothing, getting dressed, fashion, shoes, outfit, vestidos, prendas, vestirse, moda, zapatos, abbigliamento, vestirsi, abiti, scarpe, kleider, anziehen, mode, anziehsachen, schuhe, klamotten, habits, wear, what we wear, ponerse, qué me pongo, mettersi, mi vesto, tragen",
    more: "flip-flop",
    concepts:
      "t-shirt trousers dress coat shoe socks hat scarf gloves shorts cap boot glasses sunglasses blouse swimsuit underpants handbag tie flip-flop kimono top-hat ballet-shoes crown ring",
    near: "winter house",
    narrows: "kind",
  },
  {
    key: "toys",
    titles: "Jouets | Toys | Juguetes | Giocattoli | Spielzeug",
    words:
      "jouet, jeux, jeu, toy, games, game, play, juguete, juegos, juego, giocattolo, giochi, gioco, spielsachen, spielzeuge, spiele, spiel, spielen, toy box, coffre à jouets, joujoux, giocattolo, spielkiste, juguete",
    concepts:
      "teddy-bear football balloon kite puzzle robot car train yo-yo dice nesting-dolls slide bubbles pawn video-game drum bucket",
    near: "playground party sports",
  },
  {
    key: "emotions",
    titles: "Émotions | Emotions | Emociones | Emozioni | Gefühle",
    words:
      "émotion, sentiments, humeur, humeurs, joie, colère, feelings, feeling, moods, emotion, emoción, sentimientos, estados de ánimo, emozione, sentimenti, umore, gefühl, emotionen, emotion, stimmung, laune, comment je me sens, ce que je ressens, how i feel, i feel, feel, cómo me siento, siento, come mi sento, mi sento, wie fühle ich, ich fühle, fühlen",
    concepts:
      "happy sad angry scared surprised love laughing hug sleepy worry pride disgust embarrassment wonder silliness thinking",
    near: "love face",
  },
  {
    key: "colours",
    titles: "Couleurs | Colours | Colores | Colori | Farben",
    words:
      "couleur, arc-en-ciel, colors, color, colour, rainbow colours, color, colores del arcoíris, colore, arcobaleno, farbe, bunt, regenbogen",
    concepts:
      "red blue yellow green orange-colour pink purple brown black white grey rainbow paint-palette crayon",
    near: "art red-things",
  },
  {
    key: "shapes",
    titles: "Formes | Shapes | Formas | Forme | Formen",
    words:
      "forme, formes géométriques, géométrie, cercle, triangle, carré, shape, geometry, circle, square, geometría, figuras, círculo, geometria, figure, cerchio, geometrie, kreis, dreieck, formen und farben, rectangle, cercles carrés triangles, losange, circles squares triangles, círculos cuadrados triángulos, cuadrado, triángulo, cerchi quadrati triangoli, quadrato, triangolo, kreise quadrate dreiecke, quadrat, rechteck",
    concepts:
      "circle square triangle rectangle star heart oval rhombus hexagon pentagon spiral cube cross arrow crescent-moon",
    near: "round-things numbers",
  },
  {
    key: "numbers",
    titles: "Les nombres | Numbers | Los números | I numeri | Die Zahlen",
    words:
      "nombres, chiffres, maths, mathématiques, numbers, maths, math, numeracy, números, matemáticas, numeri, matematica, zahlen, rechnen, mathe, mathematik, compter, counting, contar, contare, zählen, count, chiffre, compter jusqu à dix, count to ten, números del uno al diez, contare fino a dieci, zahlen bis zehn",
    concepts: "one two three four five six seven eight nine ten abacus dice ruler",
    near: "shapes school",
    ordered: true,
  },
  {
    key: "berries",
    titles: "Fruits rouges | Berries | Frutos rojos | Frutti di bosco | Beeren",
    words:
      "fruits rouges, fruits des bois, berries, berry, red berries, frutos rojos, frutos del bosque, frutti di bosco, frutti rossi, beeren, rote früchte, waldbeeren",
    concepts: "strawberry blueberries cherries grapes apple watermelon tomato peach pear",
    near: "fruit",
  },
  {
    key: "bedroom",
    titles: "Ma chambre | My bedroom | Mi habitación | La mia camera | Mein Kinderzimmer",
    words:
      "mi cuarto, cuarto, chambre, ma chambre, bedroom, my room, room, habitación, dormitorio, camera, cameretta, camera da letto, kinderzimmer, schlafzimmer, mein zimmer",
    concepts:
      "bed teddy-bear light-bulb window books door chair alarm-clock picture puzzle car socks mirror t-shirt",
    near: "house toys",
  },
];
