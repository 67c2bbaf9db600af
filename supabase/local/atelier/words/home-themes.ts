import type { ThemeRow } from "./theme.ts";

/** Themes about food, home, clothes and feelings. */
export const homeThemes: ThemeRow[] = [
  {
    key: "fruit",
    titles: "Fruits | Fruit | Frutas | Frutta | Obst",
    words:
      "fruit, verger, salade de fruits, fruits, berries, orchard, fruta, macedonia, frutto, frutti, bosco di frutta, früchte, obstsalat, beeren, obstgarten",
    near: "vegetables sweets",
  },
  {
    key: "vegetables",
    titles: "Légumes | Vegetables | Verduras | Verdure | Gemüse",
    words:
      "légume, potager, soupe de légumes, vegetable, veggies, veg, vegetable garden, verdura, hortalizas, vegetales, huerto, huerta, ortaggi, verdura, orto, gemüsesorten, gemüsegarten",
    near: "fruit garden food",
  },
  {
    key: "food",
    titles: "Nourriture | Food | Comida | Cibo | Essen",
    words:
      "aliments, manger, repas, cantine, restaurant, plats, meals, meal, eating, restaurant, lunch, dinner, groceries, supermarket, comidas, alimentos, comer, restaurante, cena, almuerzo, supermercado, cibi, alimenti, mangiare, pranzo, cena, ristorante, supermercato, lebensmittel, speisen, mahlzeit, mittagessen, abendessen, supermarkt, restaurant",
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
    words: "petit déjeuner, goûter, brunch, merienda, merenda, prima colazione, frühstücken, snack",
    concepts:
      "croissant milk egg bread honey butter orange pancakes banana waffle fried-egg teapot strawberry baguette apple cheese bowl spoon chocolate",
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
      "bonbons, gâteaux, desserts, pâtisserie, pâtisseries, boulangerie, sucreries, glaces, candies, candy, cakes, desserts, bakery, ice creams, treats, golosinas, caramelos, pasteles, postres, pastelería, panadería, helados, caramelle, torte, dessert, pasticceria, panetteria, gelati, süßes, kuchen, torten, nachtisch, bäckerei, eis, naschen, leckereien",
    near: "food party fruit",
  },
  {
    key: "kitchen",
    titles: "Cuisine | Kitchen | Cocina | Cucina | Küche",
    words:
      "cuisiner, ustensiles, cooking, utensils, cocinar, utensilios, cucinare, utensili da cucina, kochen, küchengeräte, geschirr",
    near: "food house",
  },
  {
    key: "house",
    titles: "Maison | House | Casa | Casa | Haus",
    words:
      "à la maison, objets de la maison, meubles, chambre, salon, home, at home, household, furniture, bedroom, living room, hogar, en casa, muebles, habitación, salón, mobili, camera, soggiorno, oggetti di casa, arredamento, zuhause, zu hause, möbel, wohnung, zimmer, wohnzimmer, kinderzimmer, haushalt",
    near: "kitchen bathroom clothes",
  },
  {
    key: "bathroom",
    titles: "Salle de bain | Bathroom | Cuarto de baño | Bagno | Badezimmer",
    words:
      "bain, hygiène, se laver, toilette, bath, bath time, hygiene, washing, baño, higiene, lavarse, igiene, lavarsi, bad, baden, waschen, körperpflege, hygiene",
    more: "water-drop basket",
    near: "house",
  },
  {
    key: "clothes",
    titles: "Vêtements | Clothes | Ropa | Vestiti | Kleidung",
    words:
      "habits, vêtement, s'habiller, mode, chaussures, clothing, getting dressed, fashion, shoes, outfit, vestidos, prendas, vestirse, moda, zapatos, abbigliamento, vestirsi, abiti, scarpe, kleider, anziehen, mode, anziehsachen, schuhe, klamotten",
    more: "flip-flop",
    near: "winter house",
  },
  {
    key: "toys",
    titles: "Jouets | Toys | Juguetes | Giocattoli | Spielzeug",
    words:
      "jouet, jeux, jeu, toy, games, game, play, juguete, juegos, juego, giocattolo, giochi, gioco, spielsachen, spielzeuge, spiele, spiel, spielen",
    near: "playground party sports",
  },
  {
    key: "emotions",
    titles: "Émotions | Emotions | Emociones | Emozioni | Gefühle",
    words:
      "émotion, sentiments, humeur, humeurs, joie, colère, feelings, feeling, moods, emotion, emoción, sentimientos, estados de ánimo, emozione, sentimenti, umore, gefühl, emotionen, emotion, stimmung, laune",
    near: "party toys",
  },
  {
    key: "colours",
    titles: "Couleurs | Colours | Colores | Colori | Farben",
    words:
      "couleur, arc-en-ciel, colors, color, colour, rainbow colours, color, colores del arcoíris, colore, arcobaleno, farbe, bunt, regenbogen",
    concepts:
      "rainbow strawberry sun frog blueberries orange grapes flamingo crayon snowflake paint-palette lemon tomato whale black-cat eggplant broccoli butterfly parrot chestnut",
    near: "art fruit nature",
  },
  {
    key: "shapes",
    titles: "Formes | Shapes | Formas | Forme | Formen",
    words:
      "forme, formes géométriques, géométrie, cercle, triangle, carré, shape, geometry, circle, square, geometría, figuras, círculo, geometria, figure, cerchio, geometrie, kreis, dreieck, formen und farben",
    concepts:
      "star dice football set-square door pizza egg diamond crescent-moon ring window wrapped-gift watermelon traffic-cone kite bell ruler pretzel",
    near: "toys school",
  },
  {
    key: "counting",
    titles: "Compter | Counting | Contar | Contare | Zählen",
    words:
      "nombres, chiffres, maths, mathématiques, numbers, maths, math, numeracy, números, matemáticas, numeri, matematica, zahlen, rechnen, mathe, mathematik",
    concepts:
      "abacus dice apple pencil ladybird star four-leaf-clover cherries ruler octopus spider bicycle balloon bee books candle",
    near: "school toys",
  },
];
