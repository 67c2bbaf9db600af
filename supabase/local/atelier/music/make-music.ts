import { compose } from "./compose/compose.ts";
import { type Plan, planPiece } from "./compose/plan.ts";
import { readWish, type WishTexts } from "./compose/wish.ts";
import { writeTag } from "./id3.ts";
import { perform, performSteps } from "./mix/perform.ts";
import { encodeMp3 } from "./mp3.ts";
import { sampleRate } from "./voices/sample-rate.ts";

export interface MusicOrder extends WishTexts {
  /** Length in seconds, 20 to 30. */
  seconds: number;
  seed: number;
}

/** What is told while a piece is made. What either of them throws ends the work. */
export interface MusicListener {
  log(line: string): void;
  progress(done: number, total: number): void;
}

function accountOf({ mood, genre, meter, form, band, tune }: Plan): string {
  const melody = tune ? `on "${tune.key}" (${tune.source})` : "on a melody of its own";
  return `${mood} ${genre} ${melody}, ${meter}, ${Math.round(form.tempo)} beats a minute, ${band.lead} and ${band.accompaniment}`;
}

function titleOf(plan: Plan, theme: string | null, order: MusicOrder): string {
  const name = plan.tune && (Object.values(plan.tune.titles)[0] ?? plan.tune.key).split("|")[0]?.trim();
  return name || `${theme ?? "Music"}, ${plan.mood} (${order.seed})`;
}

/** Composes, plays and encodes a piece: a stereo MP3 of exactly the length asked for. The same order gives the same bytes. */
export async function makeMusic(order: MusicOrder, { log, progress }: MusicListener): Promise<Uint8Array> {
  const wish = readWish(order);
  const plan = planPiece(wish, order.seconds, order.seed);
  log(`A ${accountOf(plan)}`);
  const chunks = Math.ceil(order.seconds / 2);
  const total = 1 + performSteps + chunks;
  let done = 0;
  const step = () => {
    done += 1;
    progress(done, total);
  };
  const notes = compose(plan);
  step();
  const piece = perform(plan, notes, step);
  const stream = await encodeMp3({ channels: [piece.left, piece.right], sampleRate, kbps: 128 }, step);
  const tag = writeTag({
    title: titleOf(plan, wish.theme, order),
    artist: "MagikSwipe Atelier",
    ...(plan.tune ? { composer: plan.tune.source } : {}),
    comment: `Made by a procedure, without a recording. ${accountOf(plan)}. Seed ${order.seed}.`,
  });
  return Buffer.concat([tag, stream]);
}
