import type { ThemeRow } from "./theme.ts";

/** Themes about machines, places, people and their work. */
export const worldThemes: ThemeRow[] = [
  {
    key: "trains",
    titles: "Trains | Trains | Trenes | Treni | Züge",
    words:
      "train, chemin de fer, gare, rail, locomotive, railway, railways, railroad, station, tren, ferrocarril, estación, treno, ferrovia, stazione, locomotiva, zug, eisenbahn, bahn, bahnhof, lokomotive, schienen, viaje en tren, petit train",
    concepts: "train high-speed-train tram metro trolleybus cable-car ticket suitcase traffic-light clock",
    near: "vehicles",
  },
  {
    key: "two-wheels",
    titles: "Vélos et deux-roues | Bikes and wheels | Bicis y ruedas | Bici e ruote | Fahrräder und Räder",
    words:
      "vélo, vélos, motos, moto, trottinette, bike, bikes, bicycles, cycling, motorbikes, bicicleta, bicicletas, bici, motos, patinete, biciclette, bicicletta, motociclette, monopattino, fahrrad, fahrräder, motorrad, motorräder, roller, radfahren",
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
      "bateau, navires, port, voiliers, marins, boat, ships, ship, harbour, harbor, port, sailing, barco, puerto, navíos, veleros, barca, navi, nave, porto, boot, boote, schiff, hafen, segeln, seefahrt, transportes agua, transporte acuático, transports eau, water transport, trasporti acqua, wasserfahrzeuge, auf dem wasser fahren",
    concepts: "sailboat ferry speedboat submarine cruise-ship canoe anchor lifebuoy island wave compass",
    near: "ocean pirates vehicles",
  },
  {
    key: "aircraft",
    titles: "Dans les airs | In the air | En el aire | In aria | In der Luft",
    words:
      "avions, avion, aéroport, aviation, hélicoptère, planes, plane, airplanes, aeroplanes, airport, aircraft, aviation, avión, aviones, aeropuerto, aerei, aereo, aeroporto, flugzeug, flugzeuge, flughafen, luftfahrt, transport ciel, transports ciel, transport sky, transportes aire, trasporti cielo, transportes cielo",
    concepts:
      "airplane helicopter small-plane hot-air-balloon rocket kite parachute space-shuttle pilot flying-saucer balloon satellite",
    near: "space vehicles weather",
  },
  {
    key: "rescue",
    titles: "Secours | Rescue | Rescate | Soccorso | Rettung",
    words:
      "urgence, urgences, sauvetage, ambulance, emergency, rescue vehicles, emergencias, emergencia, rescate, salvamento, emergenza, emergenze, soccorsi, notruf, rettungswagen, krankenwagen, blaulicht, camions pompiers, voitures pompiers, fire engines, fire engine, fire trucks, fire fighters, camiones bomberos, macchine pompieri, camion pompieri, feuerwehrauto, feuerwehrautos, camion de pompiers, camión bomberos, fire truck",
    concepts:
      "fire-engine police-car ambulance helicopter firefighter police-officer doctor flashing-light fire-extinguisher lifebuoy tow-truck ladder hard-hat fire speedboat traffic-cone snow-plough",
    near: "vehicles jobs",
  },
  {
    key: "hospital",
    titles: "Chez le docteur | At the doctor's | En el médico | Dal dottore | Beim Arzt",
    words:
      "docteur, médecin, hôpital, santé, doctor, hospital, health, médico, hospital, salud, dottore, medico, ospedale, salute, arzt, ärztin, krankenhaus, gesundheit, malade, soigner, pronto soccorso, ill, sick, enfermo, malato, krank",
    concepts:
      "doctor ambulance stethoscope plaster syringe bed wheelchair thermometer crutch hospital teddy-bear bone tooth toothbrush",
    near: "rescue jobs body",
  },
  {
    key: "city",
    titles: "Ville | City | Ciudad | Città | Stadt",
    words:
      "en ville, village, quartier, town, village, neighbourhood, neighborhood, pueblo, barrio, paese, quartiere, dorf, großstadt, in der stadt",
    concepts:
      "house bus car tram traffic-light shop school tall-building hospital bicycle taxi metro tree police-car bus-stop postbox factory fountain garbage-truck",
    near: "vehicles house",
    aside: true,
  },
  {
    key: "travel",
    titles: "Voyage | Travel | Viaje | Viaggio | Reise",
    words:
      "voyages, vacances, tour du monde, holidays, holiday, vacation, trip, journey, around the world, viajes, vacaciones, vuelta al mundo, viaggi, vacanze, giro del mondo, reisen, urlaub, ferien, weltreise, excursion, sortie, visite, outing, visit, excursión, salida, visita, gita, escursione, ausflug, besuch",
    concepts:
      "airplane suitcase train map camera cruise-ship compass sunglasses beach car mountain hot-air-balloon ticket earth tent island bus palm-tree hat",
    near: "beach vehicles",
    aside: true,
  },
  {
    key: "camping",
    titles: "Camping | Camping | Acampada | Campeggio | Zelten",
    words:
      "camper, feu de camp, colonie, camp, campfire, outdoors, summer camp, campamento, acampar, fogata, aire libre, campeggiare, falò, aria aperta, zelt, lagerfeuer, zeltlager, draußen",
    concepts:
      "tent fire torch moon star fir-tree log mountain compass map bear owl canoe fish mushroom boot guitar cooking-pot squirrel",
    near: "forest night mountain",
  },
  {
    key: "jobs",
    titles: "Métiers | Jobs | Oficios | Mestieri | Berufe",
    words:
      "métier, professions, profession, travail, job, occupations, careers, people at work, profesiones, profesión, trabajo, trabajos, oficio, professioni, professione, lavori, lavoro, mestiere, beruf, arbeit, handwerker, leute, grands au travail, grown ups work, grown ups do, cuando sea mayor, mestieri dei grandi, mestieri grandi, erwachsene arbeiten",
    near: "rescue",
  },
  {
    key: "tools",
    titles: "Outils | Tools | Herramientas | Attrezzi | Werkzeuge",
    words:
      "outil, bricolage, atelier, tool, workshop, diy, toolbox, herramienta, taller, bricolaje, attrezzo, utensili, officina, bricolage, fai da te, werkzeug, werkstatt, heimwerken, basteln, werkzeugkiste, boîte à outils, caja de herramientas, cassetta attrezzi, toolbox",
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
      "microscope scientist telescope magnet test-tube magnifying-glass earth rocket saturn volcano light-bulb bone gear water-drop seedling tyrannosaurus compass thermometer satellite",
    near: "space school",
  },
  {
    key: "school",
    titles: "École | School | Escuela | Scuola | Schule",
    words:
      "rentrée, classe, salle de classe, tableau noir, feutres, blackboard, whiteboard, markers, pizarra, rotuladores, lavagna, pennarelli, tafel, filzstifte, federmappe, classroom, back to school, colegio, clase, aula, cole, vuelta al cole, aula, classe, klasse, klassenzimmer, unterricht, schulanfang, einschulung, hay en clase, primer día de clase, primo giorno di scuola, schultag, erster schultag",
    concepts:
      "school-bag pencil books scissors ruler teacher eraser crayon notebook paint-palette pen paintbrush book school abacus set-square magnifying-glass calendar paper-clip microscope",
    near: "art toys",
    aside: true,
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
      "sport, jeux olympiques, olympiques, gymnastique, olympics, olympic games, gym, deporte, juegos olímpicos, gimnasia, olimpiadi, ginnastica, sportarten, olympia, turnen",
    concepts:
      "football basketball tennis bicycle trophy medal volleyball ping-pong skis skateboard badminton roller-skate ice-skate goal rugby-ball baseball judo-suit bowling target boxing-glove frisbee",
    near: "toys winter",
  },
  {
    key: "playground",
    titles: "Aire de jeux | Playground | Parque infantil | Parco giochi | Spielplatz",
    words:
      "parc, cour de récréation, jeux dehors, park, outdoor games, playing outside, parque, recreo, patio, juegos al aire libre, parco, giochi all'aperto, cortile, park, draußen spielen, pausenhof, balançoire, columpios, swings, altalena, schaukel, plein air, jeux plein air, dehors, outdoors games, juegos al aire libre",
    concepts:
      "slide football kite bucket bicycle shovel kick-scooter roller-skate skateboard balloon frisbee tree bird ice-cream sun wheelbarrow",
    near: "toys sports",
  },
  {
    key: "japan",
    titles: "Japon | Japan | Japón | Giappone | Japan",
    words: "japonais, tokyo, japanese, japonés, giapponese, japanisch, kirschblüte",
    concepts:
      "kimono sushi cherry-blossom rice high-speed-train chopsticks lantern volcano fish umbrella teapot wave mountain judo-suit dragon",
    near: "travel food",
  },
];
