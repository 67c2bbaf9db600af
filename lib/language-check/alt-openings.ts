import type { Language } from "../contract/languages.ts";

/** How a sentence goes on after `A picture of`, and the article that the rest then needs; null where it cannot be told. */
interface Opening {
  pattern: RegExp;
  article: (joint: string) => string | null;
}

const articles = (table: Record<string, string>) => (joint: string) => table[joint] ?? "";

/**
 * `A photo of` and its like, at the start of an alternative text: everybody knows that there is a picture. What stands for a
 * colour, a number, a feeling or a word is a picture of nothing else, and stays.
 */
export const openings: Record<Language, Opening> = {
  fr: {
    pattern:
      /^(?:(?:voici |c['’]est )?(?:une?|la|le|cette|ce|belle|jolie|petite?|beau|joli)\s+|l['’]\s*)*(?:image|photo(?:graphie)?|dessin|illustration|pictogramme|portrait)(?:\s*:\s*|\s+(?:représente|représentant|montre|montrant|qui montre|qui représente)\s+|\s+(d['’]|(?:de la |de l['’]|du |des |de )))(?!\s*(?:« ?|["“«]|(?:la |l['’])?(?:couleur|nombre|chiffre|lettre|mot|émotion|sentiment)))/iu,
    article: articles({ du: "le ", "de la": "la ", "de l'": "l’", des: "des " }),
  },
  en: {
    pattern:
      /^(?:(?:this is |here is )?(?:an?|the|this|nice|beautiful|cute|little|colou?rful)\s+)*(?:image|photo(?:graph)?|picture|drawing|illustration|portrait)(?:\s*:\s*|\s+(?:shows|showing|depicting|depicts|that shows)\s+|\s+(of)\s+)(?!\s*(?:["“]|(?:the )?(?:colou?r|number|letter|word|feeling|emotion)\b))/iu,
    article: articles({}),
  },
  es: {
    pattern:
      /^(?:(?:esta es |es )?(?:una?|la|el|esta|este|bonita|bonito|linda|lindo)\s+)*(?:imagen|foto(?:grafía)?|dibujo|ilustración|retrato)(?:\s*:\s*|\s+(?:muestra|mostrando|que muestra|representa)\s+|\s+(del|de)\s+)(?!\s*(?:["“«]|(?:la |el )?(?:color|número|letra|palabra|emoción|sentimiento)))/iu,
    article: articles({ del: "el " }),
  },
  it: {
    pattern:
      /^(?:(?:questa è |ecco )?(?:una?|la|il|questa|questo|bella|bella|piccola)\s+|(?:un|l|quest)['’]\s*)*(?:immagine|foto(?:grafia)?|disegno|illustrazione|ritratto)(?:\s*:\s*|\s+(?:mostra|che mostra|raffigurante|che raffigura|rappresenta)\s+|\s+(dell['’]|(?:della|dello|delle|degli|dei|del|di)\s+|d['’]))(?!\s*(?:["“«]|(?:la |il |l['’])?(?:colore|numero|lettera|parola|emozione|sentimento)))/iu,
    article: articles({
      del: "il ",
      dello: "lo ",
      della: "la ",
      "dell'": "l’",
      dei: "i ",
      degli: "gli ",
      delle: "le ",
    }),
  },
  // German has other endings after `von`, `zeigt` and the like: only a colon lets the rest stand by itself.
  de: {
    pattern:
      /^(?:(?:hier ist |das ist )?(?:eine?|das|die|dieses|diese|schönes|kleines|buntes)\s+)*(?:bild|foto(?:grafie)?|zeichnung|illustration|abbildung|porträt)(?:\s*:\s*|\s+(zeigt|von|vom|mit)\s+|(?=\s+(?:eine[rs]|der|des)\s))(?!\s*(?:["„»]|(?:der |dem )?(?:farbe|zahl|ziffer|buchstabe|wort|gefühl)))/iu,
    article: (joint) => (joint === "" ? "" : null),
  },
};
