import type { ThemeRow } from "./theme.ts";

/** Themes about children themselves: their body, their family, their day. */
export const dailyThemes: ThemeRow[] = [
  {
    key: "body",
    titles: "Le corps | My body | El cuerpo | Il corpo | Mein Körper",
    words:
      "corps, corps humain, parties du corps, body, human body, body parts, cuerpo, cuerpo humano, partes del cuerpo, corpo umano, parti del corpo, körper, körperteile, menschlicher körper",
    concepts: "hand foot eye ear nose mouth leg arm tooth tongue finger heart thumb brain bone footprints",
    near: "face senses",
  },
  {
    key: "face",
    titles: "Le visage | My face | La cara | Il viso | Mein Gesicht",
    words:
      "visage, figure du visage, tête, face, faces, head, cara, cabeza, rostro, viso, faccia, parti del viso, testa, gesicht, gesichter, kopf",
    concepts: "eye nose mouth ear tongue tooth happy girl boy glasses laughing surprised baby",
    near: "body emotions",
  },
  {
    key: "senses",
    titles: "Les cinq sens | The five senses | Los cinco sentidos | I cinque sensi | Die fünf Sinne",
    words:
      "cinq sens, sens, odorat, goût, toucher, ouïe, senses, five senses, sentidos, cinco sentidos, sensi, cinque sensi, sinne, fünf sinne, sehen hören riechen",
    concepts:
      "eye ear nose tongue hand mouth finger glasses flower bell lemon magnifying-glass ice-cream headphones",
    near: "body",
  },
  {
    key: "teeth",
    titles: "Les dents | Teeth | Los dientes | I denti | Die Zähne",
    words:
      "dent, dents, brosser les dents, brossage, dentiste, tooth, teeth, brushing teeth, brush your teeth, dentist, diente, dientes, cepillarse, dentista, dente, denti, lavarsi i denti, zahn, zähne, zähneputzen, zähne putzen, zahnarzt, beim zahnarzt",
    concepts: "toothbrush tooth mouth mirror water-drop doctor apple tongue happy carrot fairy cup soap milk",
    near: "bathroom body",
  },
  {
    key: "family",
    titles: "La famille | My family | La familia | La famiglia | Meine Familie",
    words:
      "famille, parents, grands-parents, papa, maman, frères et sœurs, papi, mamie, family, parents, grandparents, brothers and sisters, familia, padres, abuelos, hermanos, famiglia, genitori, nonni, fratelli, familie, eltern, großeltern, geschwister, oma und opa, abuelita, papá y mamá, mutter vater",
    concepts: "mum dad baby girl boy grandma grandpa hug heart dog cat house",
    near: "house emotions",
    aside: true,
  },
  {
    key: "baby",
    titles: "Bébé | Baby | El bebé | I bebè | Baby",
    words:
      "bébé, bébés, nourrisson, naissance, baby, babies, newborn, bebé, bebés, recién nacido, bebè, neonato, bimbo piccolo, säugling, babysachen",
    concepts: "baby baby-bottle teddy-bear mum dad milk bathtub bed socks balloon duck soap banana book",
    near: "family toys",
  },
  {
    key: "first-words",
    titles:
      "Mes premiers mots | My first words | Mis primeras palabras | Le prime parole | Meine ersten Wörter",
    words:
      "premiers mots, imagier, first words, everyday words, primeras palabras, prime parole, erste wörter, ersten wörter, bilderbuch",
    concepts:
      "dog cat mum dad football car apple baby banana milk shoe bed book duck flower house fish sun bird teddy-bear",
    near: "animals toys",
  },
  {
    key: "love",
    titles: "Amour et amitié | Love and friends | Amor y amistad | Amore e amicizia | Liebe und Freundschaft",
    words:
      "amour, amitié, amis, copains, câlins, saint-valentin, love, friends, friendship, hugs, valentine, valentine's day, amor, amistad, amigos, abrazos, san valentín, amore, amicizia, amici, coccole, san valentino, liebe, freunde, freundschaft, kuscheln, valentinstag, fête maman, fête papa, día mamá",
    concepts:
      "heart hug love rose bunch-of-flowers wrapped-gift letter happy chocolate ring bow mum dad teddy-bear",
    near: "emotions party",
    aside: true,
  },
  {
    key: "bedtime",
    titles: "Au lit ! | Bedtime | A dormir | A nanna | Schlafenszeit",
    words:
      "bonne nuit, dormir, au lit, coucher, dodo du soir, rituel du coucher, bedtime, good night, sleep, sleepy time, bedtime routine, pyjamas, buenas noches, hora de dormir, irse a la cama, sueños, buonanotte, nanna, dormire, gute nacht, schlafenszeit, schlafen, einschlafen, ins bett",
    concepts:
      "bed teddy-bear moon star toothbrush book sleepy bathtub milk alarm-clock crescent-moon soap baby-bottle torch candle",
    near: "night bathroom",
  },
  {
    key: "morning",
    titles: "Le matin | Good morning | Por la mañana | Al mattino | Am Morgen",
    words:
      "matin, se lever, se préparer, routine du matin, morning, getting up, morning routine, getting ready, mañana temprano, levantarse, mattina, alzarsi, morgens, aufstehen, morgenroutine, tagesablauf",
    concepts:
      "alarm-clock sun bed toothbrush soap milk bread t-shirt socks shoe school-bag rooster cup shower banana",
    near: "breakfast bathroom",
  },
  {
    key: "winter-clothes",
    titles: "Habits d'hiver | Winter clothes | Ropa de invierno | Vestiti invernali | Winterkleidung",
    words:
      "habits hiver, vêtements hiver, habits neige, habits chauds, vêtements chauds, winter clothes, wear winter, warm clothes, clothes snow, ropa invierno, ropa frío, ropa de abrigo, ropa nieve, vestiti invernali, vestiti inverno, vestiti neve, vestiti pesanti, winterkleidung, winterkleider, kleidung winter, warme kleidung, winter anziehen",
    concepts: "coat scarf gloves boot socks trousers goggles hat skis ice-skate umbrella",
    near: "clothes winter",
  },
  {
    key: "summer-clothes",
    titles: "Habits d'été | Summer clothes | Ropa de verano | Vestiti estivi | Sommerkleidung",
    words:
      "habits été, vêtements été, summer clothes, wear summer, ropa verano, vestiti estivi, vestiti estate, sommerkleidung, kleidung sommer, sommer anziehen",
    concepts: "t-shirt shorts sunglasses cap dress swimsuit flip-flop hat diving-mask shoe handbag",
    near: "clothes summer",
  },
  {
    key: "costumes",
    titles: "Déguisements | Dressing up | Disfraces | Travestimenti | Verkleiden",
    words:
      "déguisements, déguisement, se déguiser, carnaval, mardi gras, masques, dressing up, dress up, costumes, fancy dress, carnival, masks, disfraz, disfraces, disfrazarse, carnaval, máscaras, travestimenti, costumi, carnevale, maschere, verkleiden, verkleidung, kostüme, fasching, karneval, masken",
    concepts:
      "masks crown clown magic-wand princess pirate-flag wizard fairy prince confetti top-hat ballet-shoes dress unicorn ghost shield",
    near: "party fairytale",
  },
  {
    key: "packing",
    titles: "Dans ma valise | In my suitcase | En mi maleta | Nella mia valigia | In meinem Koffer",
    words:
      "valise, bagages, faire sa valise, valise vacances, suitcase, packing, luggage, maleta, equipaje, hacer la maleta, maleta vacaciones, valigia, valigie, bagagli, valigia vacanze, koffer, koffer packen, gepäck, koffer ferien, koffer urlaub",
    concepts:
      "suitcase t-shirt swimsuit sunglasses toothbrush shorts hat camera teddy-bear socks flip-flop book map shoe",
    near: "clothes travel",
  },
  {
    key: "school-bag",
    titles: "Dans mon cartable | In my school bag | En mi mochila | Nel mio zaino | In meinem Schulranzen",
    words:
      "cartable, trousse, sac d'école, fournitures, fournitures scolaires, school bag, schoolbag, backpack, pencil case, school supplies, mochila, estuche, material escolar, zaino, astuccio, cartella, schulranzen, schultasche, federmäppchen, schultüte, schulsachen",
    concepts:
      "school-bag pencil ruler scissors eraser notebook book pen crayon set-square paintbrush books paper-clip paint-palette",
    near: "school art",
  },
  {
    key: "kindergarten",
    titles: "À la maternelle | At nursery | En la guardería | All'asilo | Im Kindergarten",
    words:
      "maternelle, école maternelle, crèche, garderie, rentrée en maternelle, kindergarten, nursery, nursery school, preschool, daycare, playgroup, guardería, jardín de infancia, escuela infantil, asilo, scuola materna, materna, scuola dell'infanzia, kita, krippe, kindergartenkinder, vorschule",
    concepts:
      "crayon teddy-bear puzzle scissors slide paint-palette book football paintbrush teacher balloon dice bucket cup musical-notes",
    near: "school toys playground",
    aside: true,
  },
  {
    key: "cleaning",
    titles: "Ménage et rangement | Cleaning up | A limpiar y ordenar | Pulizie | Putzen und Aufräumen",
    words:
      "ménage, ranger, rangement, nettoyer, nettoyage, lessive, cleaning, tidy, tidying, tidy up, housework, chores, laundry, limpieza, limpiar, ordenar, recoger, colada, pulizie, pulire, riordinare, lavatrice, bucato, putzen, aufräumen, hausputz, wäsche, sauber machen",
    concepts:
      "broom sponge bucket soap basket wastepaper-basket water-drop garbage-truck socks t-shirt toilet",
    near: "house bathroom",
  },
  {
    key: "hairdresser",
    titles: "Chez le coiffeur | At the hairdresser's | En la peluquería | Dal parrucchiere | Beim Friseur",
    words:
      "coiffeur, coiffeuse, coiffure, cheveux, hairdresser, hair, haircut, barber, peluquería, peluquero, pelo, cabello, parrucchiere, parrucchiera, capelli, friseur, frisör, haare, haarschnitt",
    concepts: "scissors mirror shampoo bow chair water-drop girl boy",
    near: "bathroom house",
  },
  {
    key: "vet",
    titles: "Chez le vétérinaire | At the vet's | En el veterinario | Dal veterinario | Beim Tierarzt",
    words:
      "vétérinaire, véto, clinique vétérinaire, vet, vets, veterinarian, veterinary, veterinario, veterinaria, tierarzt, tierärztin, tierklinik",
    concepts:
      "dog cat stethoscope rabbit plaster hamster doctor syringe parrot thermometer turtle mouse horse paw-prints",
    near: "pets hospital",
  },
  {
    key: "helpers",
    titles: "Ils nous aident | People who help us | Nos ayudan | Ci aiutano | Menschen, die uns helfen",
    words:
      "nous aident, aident, people who help us, help us, helpers, community helpers, heroes, nos ayudan, ayudan, ci aiutano, aiutano, helfer, helfen, helfen uns",
    concepts:
      "firefighter doctor police-officer teacher builder cook farmer mechanic ambulance fire-engine pilot scientist police-car",
    near: "jobs rescue",
  },
];
