import type { ThemeRow } from "./theme.ts";

/** Themes about machines, places, people and their work. */
export const worldThemes: ThemeRow[] = [
  {
    key: "trains",
    titles: "Trains | Trains | Trenes | Treni | Züge",
    words:
      "train, chemin de fer, gare, rail, locomotive, railway, railways, railroad, station, tren, ferrocarril, estación, treno, ferrovia, stazione, locomotiva, zug, eisenbahn, bahn, bahnhof, lokomotive, schienen",
    concepts: "train high-speed-train tram metro trolleybus cable-car bus tractor",
    near: "vehicles",
  },
  {
    key: "two-wheels",
    titles: "Vélos et deux-roues | Bikes and wheels | Bicis y ruedas | Bici e ruote | Fahrräder und Räder",
    words:
      "vélo, vélos, motos, moto, trottinette, bike, bikes, bicycles, cycling, motorbikes, bicicleta, bicicletas, bici, motos, patinete, biciclette, bicicletta, motociclette, monopattino, fahrrad, fahrräder, räder, rad, motorrad, motorräder, roller, radfahren",
    concepts: "bicycle motorcycle scooter kick-scooter skateboard roller-skate tuk-tuk wheelbarrow",
    near: "vehicles playground",
  },
  {
    key: "ball-games",
    titles: "Jeux de balle | Ball games | Juegos de pelota | Giochi con la palla | Ballspiele",
    words:
      "ballons, ballon, balle, balls, ball, pelota, pelotas, balones, palla, palle, palloni, bälle, ball",
    concepts:
      "football basketball tennis volleyball rugby-ball baseball ping-pong badminton bowling american-football",
    near: "sports",
  },
  {
    key: "boats",
    titles: "Bateaux | Boats | Barcos | Barche | Schiffe",
    words:
      "bateau, navires, port, voiliers, marins, boat, ships, ship, harbour, harbor, port, sailing, barco, puerto, navíos, veleros, barca, navi, nave, porto, boot, boote, schiff, hafen, segeln, seefahrt",
    concepts: "sailboat ferry speedboat submarine cruise-ship canoe anchor lifebuoy island wave compass",
    near: "ocean pirates vehicles",
  },
  {
    key: "aircraft",
    titles: "Dans les airs | In the air | En el aire | In aria | In der Luft",
    words:
      "avions, avion, aéroport, aviation, ce qui vole, ciel, hélicoptère, planes, plane, airplanes, aeroplanes, airport, aircraft, aviation, flying, things that fly, sky, avión, aviones, aeropuerto, volar, cielo, aerei, aereo, aeroporto, volare, flugzeug, flugzeuge, flughafen, fliegen, luftfahrt, himmel",
    concepts:
      "airplane helicopter small-plane hot-air-balloon rocket pilot flying-saucer kite space-shuttle cloud bird eagle satellite balloon",
    near: "space vehicles weather",
  },
  {
    key: "rescue",
    titles: "Secours | Rescue | Rescate | Soccorso | Rettung",
    words:
      "pompiers, pompier, police, urgence, urgences, sapeurs-pompiers, sauvetage, ambulance, emergency, firefighters, firemen, fire brigade, fire station, police, rescue vehicles, bomberos, policía, emergencias, emergencia, rescate, salvamento, pompieri, vigili del fuoco, polizia, emergenza, emergenze, soccorsi, feuerwehr, polizei, notruf, rettungswagen, krankenwagen, blaulicht",
    concepts:
      "fire-engine police-car ambulance helicopter firefighter police-officer doctor lifebuoy tow-truck ladder hard-hat fire snow-plough speedboat traffic-cone",
    near: "vehicles jobs",
  },
  {
    key: "hospital",
    titles: "Chez le docteur | At the doctor's | En el médico | Dal dottore | Beim Arzt",
    words:
      "docteur, médecin, hôpital, santé, dentiste, doctor, hospital, health, dentist, médico, hospital, salud, dentista, dottore, medico, ospedale, salute, arzt, ärztin, krankenhaus, gesundheit, zahnarzt",
    concepts: "doctor ambulance bed toothbrush glasses soap microscope teddy-bear scientist apple hug sleepy",
    near: "jobs bathroom",
  },
  {
    key: "city",
    titles: "Ville | City | Ciudad | Città | Stadt",
    words:
      "en ville, village, rue, quartier, town, street, village, neighbourhood, neighborhood, pueblo, calle, barrio, paese, strada, quartiere, dorf, straße, großstadt",
    concepts:
      "bus house car tram taxi school metro bicycle police-car tree traffic-cone door crane fire-engine kick-scooter garbage-truck scooter delivery-van slide",
    near: "vehicles house",
  },
  {
    key: "travel",
    titles: "Voyage | Travel | Viaje | Viaggio | Reise",
    words:
      "voyages, vacances, tour du monde, valise, holidays, holiday, vacation, trip, journey, around the world, viajes, vacaciones, vuelta al mundo, viaggi, vacanze, giro del mondo, reisen, urlaub, ferien, weltreise",
    concepts:
      "airplane train cruise-ship map compass sunglasses beach car mountain hot-air-balloon school-bag earth island bus palm-tree hat",
    near: "beach vehicles",
  },
  {
    key: "camping",
    titles: "Camping | Camping | Acampada | Campeggio | Zelten",
    words:
      "camper, feu de camp, colonie, camp, campfire, outdoors, summer camp, campamento, acampar, fogata, aire libre, campeggiare, falò, aria aperta, zelt, lagerfeuer, zeltlager, draußen",
    concepts:
      "fire moon star fir-tree mountain compass map bear owl canoe school-bag fish mushroom boot guitar cooking-pot squirrel",
    near: "forest night mountain",
  },
  {
    key: "jobs",
    titles: "Métiers | Jobs | Oficios | Mestieri | Berufe",
    words:
      "métier, professions, profession, travail, job, occupations, careers, people at work, profesiones, profesión, trabajo, trabajos, oficio, professioni, professione, lavori, lavoro, mestiere, beruf, arbeit, handwerker, leute",
    near: "rescue",
  },
  {
    key: "tools",
    titles: "Outils | Tools | Herramientas | Attrezzi | Werkzeuge",
    words:
      "outil, bricolage, atelier, tool, workshop, diy, toolbox, herramienta, taller, bricolaje, attrezzo, utensili, officina, bricolage, fai da te, werkzeug, werkstatt, heimwerken, basteln",
    more: "wheelbarrow hard-hat brick",
    near: "construction school",
  },
  {
    key: "robots",
    titles: "Robots | Robots | Robots | Robot | Roboter",
    words:
      "robot, machines, technologie, invention, inventions, technology, machines, gadgets, máquinas, tecnología, inventos, macchine e robot, tecnologia, invenzioni, maschinen, technik, erfindungen",
    concepts:
      "robot alien rocket gear satellite moon-rover television telephone light-bulb microscope telescope headphones flying-saucer bolt",
    near: "space tools",
  },
  {
    key: "science",
    titles: "Sciences | Science | Ciencia | Scienza | Wissenschaft",
    words:
      "science, expériences, laboratoire, savant, experiments, laboratory, lab, scientist, ciencias, experimentos, laboratorio, científico, scienze, esperimenti, scienziato, wissenschaften, experimente, labor, forscher, forschen, naturwissenschaft",
    concepts:
      "microscope scientist telescope earth rocket saturn volcano light-bulb bone gear water-drop seedling tyrannosaurus compass abacus satellite",
    near: "space school",
  },
  {
    key: "school",
    titles: "École | School | Escuela | Scuola | Schule",
    words:
      "rentrée, classe, salle de classe, maternelle, crèche, fournitures scolaires, kindergarten, nursery, preschool, classroom, back to school, school supplies, colegio, clase, aula, guardería, jardín de infancia, cole, vuelta al cole, material escolar, asilo, aula, classe, materna, klasse, klassenzimmer, kindergarten, kita, schulsachen, unterricht",
    near: "art toys",
  },
  {
    key: "art",
    titles: "Arts plastiques | Arts and crafts | Arte y manualidades | Arte | Kunst",
    words:
      "art, peinture, dessin, arts, dessiner, painting, drawing, crafts, artist, arte, pintura, dibujo, manualidades, pittura, disegno, artista, malen, zeichnen, künstler, basteln und malen",
    concepts:
      "paint-palette paintbrush crayon pencil scissors painter ruler notebook rainbow books set-square paper-clip musical-notes",
    near: "school music",
  },
  {
    key: "music",
    titles: "Musique | Music | Música | Musica | Musik",
    words:
      "instruments, instruments de musique, instrument, orchestre, chansons, musical instruments, orchestra, songs, band, concert, instrumentos, instrumentos musicales, orquesta, canciones, strumenti, strumenti musicali, orchestra, canzoni, instrumente, musikinstrumente, orchester, lieder, konzert",
    near: "party circus",
  },
  {
    key: "sports",
    titles: "Sports | Sports | Deportes | Sport | Sport",
    words:
      "sport, jeux olympiques, olympiques, football, gymnastique, olympics, olympic games, football, soccer, gym, deporte, juegos olímpicos, fútbol, gimnasia, olimpiadi, calcio, ginnastica, sportarten, olympia, fußball, turnen",
    near: "toys winter",
  },
  {
    key: "playground",
    titles: "Aire de jeux | Playground | Parque infantil | Parco giochi | Spielplatz",
    words:
      "parc, cour de récréation, jeux dehors, park, outdoor games, playing outside, parque, recreo, patio, juegos al aire libre, parco, giochi all'aperto, cortile, park, draußen spielen, pausenhof",
    concepts:
      "slide football kite bucket bicycle shovel kick-scooter roller-skate skateboard balloon frisbee tree bird ice-cream sun wheelbarrow",
    near: "toys sports",
  },
  {
    key: "japan",
    titles: "Japon | Japan | Japón | Giappone | Japan",
    words: "japonais, tokyo, japanese, japonés, giapponese, japanisch, kirschblüte",
    concepts:
      "kimono sushi cherry-blossom rice high-speed-train volcano fish umbrella teapot wave mountain robot dragon",
    near: "travel food",
  },
];
