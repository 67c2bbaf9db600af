import type { Genre, Mood } from "../../../../../lib/contract/music.ts";
import type { PitchedVoice } from "../voices/names.ts";

export { genres, moods } from "../../../../../lib/contract/music.ts";
export type { Genre, Mood };

/**
 * Words, folded to plain letters, that speak of a mood in any of the five languages; `*` stands for any ending. Where a
 * text has words of several moods, the first one in it counts.
 */
export const moodWords: Record<Mood, string> = {
  calm: `calm calme* calming calma* tranquil* quiet* gentle gently soft* sooth* relax* peace* seren* sleep* bedtime tender*
    slow* cosy cozy doux douce* apais* paisible* dormir sommeil dodo tendre* lent* repos* suave* relaj* paz pacific*
    dormi* sueno* tiern* dulce* dolce* dolci rilass* pace sonno nanna tener* quiet* ruhig* sanft* leise* schlaf* fried*
    entspann* zart* langsam* geborgen*`,
  dreamy: `dream* magic* myster* wonder* float* ethereal fairy* enchant* reve* reveri* magi* mysti* feeri* flott* merveill*
    sonador* onir* misteri* encanta* maravill* flotan* sogn* incant* meravigli* fiabesc* traum* zauber* geheimnis*
    marchen* schweb* wunder*`,
  joyful: `joy* happy happi* cheer* merry bright* sunny glad* festiv* upbeat uplift* joie joyeu* heureu* gai gaie* gaiement
    content contente* fete festif* ensoleill* alegr* feliz* felic* contento* fiesta* solead* gioi* allegr* festos* festa
    solar* frohlich* froh frohe* freud* glucklich* heiter* festlich* sonnig* munter*`,
  playful: `play* fun funny silly cheeky bounc* giggl* quirk* mischie* goof* jump* joueu* jouer espiegl* rigol* drole* amus*
    coquin* malici* saut* jugu* juego* travies* divert* gracios* salt* gioco* giocos* birich* buff* saltell* spiel*
    verspielt* lustig* frech* witzig* hupf*`,
  adventurous: `adventur* heroic* hero heros heroes brave* epic* action explor* quest bold* triumph* expedition* voyage*
    journey* exciting aventur* heroi* courag* epique* quete* audac* conquer* valient* accion viaj* avventur* eroic*
    eroe coraggi* azione esplor* viagg* abenteu* held* mutig* tapfer* episch* entdeck* reise* kuhn* aufregend*`,
};

/** The same for genres. */
export const genreWords: Record<Genre, string> = {
  lullaby:
    "lullab* cradle* bedtime berceuse* cuna nana arrullo ninna ninnananna wiegenlied* schlaflied* gutenacht*",
  waltz: "waltz* vals valse* valzer walzer* carousel* carrousel* manege tiovivo giostra karussell* musette",
  march:
    "march marching marche marcia marcha marsch* parade* desfile* parata umzug* fanfar* brass charanga blasmusik",
  folk: `folk folklor* folksong* country acoustic* campfire tradition* acoustique* acustic* akustisch* volkslied*
    volksmusik* gigue jig giga`,
  electronic: "electro* elektro* elettron* synth* pop dance disco techno chiptune house robot* arcade",
  jazz: "jazz* swing* blues bossa ragtime* dixie* manouche",
  classical: `classic* klassi* orchest* symphon* sinfon* baroque barock* baroc* chamber kammer* quartet*
    quatuor clasic*`,
};

/** The same for instruments; a voice that stands for several is the nearest to them. */
export const instrumentWords: Partial<Record<PitchedVoice, string>> = {
  "music-box": "musicbox spieluhr* carillon",
  celesta: "celesta bell bells cloche* clochette* campan* glocke* glockchen",
  glockenspiel: "glockenspiel* xylophon* xilofon* metallophon* metalofon*",
  kalimba: "kalimba* mbira*",
  marimba: "marimba*",
  vibraphone: "vibraphon* vibrafon*",
  piano: "piano* pianoforte klavier*",
  harp: "harp harps harpe* arpa* harfe*",
  ukulele: "ukulele* ukelele* banjo* mandolin*",
  guitar: "guitar* guitarra* chitarr* gitarre*",
  pizzicato: "pizzicato",
  flute: "flute* flauta* flaut* flote* querflote*",
  whistle: "whistl* sifflet* silbat* fischiet* pfeif*",
  clarinet: "clarinet* klarinett*",
  trumpet: "trumpet* trompet* tromb* brass cuivres metales ottoni",
  accordion: "accordeon* accordion* acordeon* fisarmonic* akkordeon* concertina",
  strings: "violin* violon* strings cordes cuerdas archi geige* streicher cello*",
  "soft-synth": "synth* sintetizador* sintetizzator*",
};

/** The same for what is heard behind the music. */
export const ambienceWords: Record<"birds" | "waves" | "crickets" | "wind", string> = {
  birds: "birds birdsong oiseau* pajar* uccell* vogel* vogelgezwitscher",
  waves: "wave waves vague vagues olas ondas onde welle*",
  crickets: "cricket* grillon* grillo* grilli grille*",
  wind: "wind windy vent viento vento",
};
