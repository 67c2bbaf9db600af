import type { ThemeRow } from "./theme.ts";

/** The six themes that the studio offers by itself. */
export const builtInThemes: ThemeRow[] = [
  {
    key: "jungle",
    titles: "Jungle | Jungle | Selva | Giungla | Dschungel",
    words:
      "forêt vierge, forêt tropicale, forêt équatoriale, animaux exotiques, rainforest, rain forest, tropical forest, exotic animals, wild animals, jungla, selva tropical, amazonia, animales exóticos, animales salvajes, foresta tropicale, foresta pluviale, animali esotici, animali selvaggi, regenwald, urwald, exotische tiere, wilde tiere, urwaldtiere, dschungeltiere",
    near: "savanna birds insects fruit",
  },
  {
    key: "ocean",
    titles: "Océan | Ocean | Océano | Oceano | Ozean",
    words:
      "mer, fonds marins, fond de la mer, animaux marins, monde marin, sous la mer, sous-marin, aquarium, poisson, sea, seas, under the sea, sea life, sea animals, sea creatures, marine, marine life, underwater, deep sea, fish, mar, fondo marino, fondo del mar, bajo el mar, animales marinos, vida marina, acuario, peces, mare, fondali marini, sott'acqua, sotto il mare, animali marini, creature marine, acquario, pesci, meer, meerestiere, meerestier, unterwasser, unterwasserwelt, tiefsee, seetiere, fische, ocean waves, under ocean, habitants de la mer, abitanti del mare, meeresbewohner, meereswelt",
    near: "beach pond pirates",
  },
  {
    key: "space",
    titles: "Espace | Space | Espacio | Spazio | Weltraum",
    words:
      "cosmos, planètes, planète, système solaire, univers, astronomie, galaxie, fusée, astronaute, étoiles, outer space, planets, solar system, astronomy, universe, galaxy, rockets, astronauts, stars, cosmonaut, espacio exterior, planetas, sistema solar, universo, astronomía, galaxia, cohetes, astronautas, estrellas, pianeti, sistema solare, astronomia, galassia, razzi, astronauti, stelle, spazio cosmico, weltall, all, kosmos, planeten, sonnensystem, astronomie, universum, galaxie, raketen, astronauten, sterne, raumfahrt, voyage étoiles, weltraumabenteuer, viaggio nello spazio",
    near: "night robots",
  },
  {
    key: "farm",
    titles: "Ferme | Farm | Granja | Fattoria | Bauernhof",
    words:
      "animaux de la ferme, basse-cour, campagne, fermier, farm animals, farmyard, barnyard, countryside, farmer, animales de granja, corral, campo, granjero, animali della fattoria, aia, campagna, contadino, cascina, bauernhoftiere, bauernhof tiere, bauer, hoftiere, landleben, nutztiere, old macdonald, macdonald, ferme de mathurin, vieja granja, vecchia fattoria, bauernhofbesuch, landtiere, auf dem land",
    near: "garden vegetables pets",
  },
  {
    key: "vehicles",
    titles: "Véhicules | Vehicles | Vehículos | Veicoli | Fahrzeuge",
    words:
      "véhicule, transports, moyens de transport, vehicle, transport, transportation, means of transport, things that go, automobiles, medios de transporte, transportes, mezzi di trasporto, trasporti, verkehrsmittel, transportmittel, mezzi, medios de transporte, trasporte, land sea air, terre mer air, tierra mar aire, terra mare aria, land wasser luft, trasporti",
    near: "cars aircraft boats trains construction rescue",
    aside: true,
  },
  {
    key: "construction",
    titles: "Chantier | Building site | Obra | Cantiere | Baustelle",
    words:
      "chantier de construction, engins de chantier, travaux, construction, bâtiment, pelleteuse, grue, engins, construction site, building works, construction machines, construction vehicles, building vehicles, diggers, digger, excavators, cranes, roadworks, heavy machinery, construcción, obras, máquinas de construcción, máquinas de obra, vehículos de obra, excavadoras, grúas, maquinaria, edilizia, costruzione, costruzioni, macchine da cantiere, mezzi da cantiere, ruspe, gru, lavori in corso, baumaschinen, baustellenfahrzeuge, baufahrzeuge, bau, bagger, kräne, bauarbeiten, bauen, fahrzeuge baustelle, véhicules chantier, camions chantier, vehicles building site, vehículos obra, máquinas obra, veicoli cantiere, mezzi cantiere, gru cantiere, ruspa, bagger",
    near: "tools vehicles",
  },
];
