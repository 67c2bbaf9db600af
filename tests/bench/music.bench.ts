import { compose } from "../../supabase/local/atelier/music/compose/compose.ts";
import { planPiece } from "../../supabase/local/atelier/music/compose/plan.ts";
import { readWish } from "../../supabase/local/atelier/music/compose/wish.ts";
import { genres, moods } from "../../supabase/local/atelier/music/compose/words.ts";
import { peakOf } from "../../supabase/local/atelier/music/mix/loudness.ts";
import { perform } from "../../supabase/local/atelier/music/mix/perform.ts";
import { frequencyOf } from "../../supabase/local/atelier/music/scale.ts";
import { samplesIn } from "../../supabase/local/atelier/music/voices/sample-rate.ts";
import { balanceOf, loudnessOf } from "../../supabase/local/atelier/testing/measure-music.ts";
import { centsOff } from "../../supabase/local/atelier/testing/measure-sound.ts";
import { median, report, sizeFromEnv } from "./bench-kit.ts";

// How the embedded model's music sounds, for every mood in every genre: loudness by ITU-R BS.1770, peaks, how far the notes of
// the melody are from equal temperament while all else sounds with them, and where the energy lies. The peers are the
// goals: -16.5 LUFS within 1.5, no peak above 0.8, 3 cents, and a middle that carries the piece.
const seed = sizeFromEnv("BENCH_SEED", 1);
const themes = ["jungle", "ocean", "space", "farm", "vehicles"];

function measure(mood: string, genre: string, at: number) {
  const wish = readWish({ theme: themes[at % themes.length] ?? null, mood, genre });
  const plan = planPiece(wish, 20, seed + at);
  const notes = compose(plan);
  const piece = perform(plan, notes, () => {});
  const both = piece.left.map((value, index) => (value + (piece.right[index] ?? 0)) / 2);
  const melody = notes.filter(({ section, seconds }) => section === "lead" && seconds > 0.3).slice(0, 40);
  const cents = melody.map((note) =>
    Math.abs(centsOff(both.subarray(samplesIn(note.at)), frequencyOf(note.pitch))),
  );
  return { loudness: loudnessOf(piece), peak: peakOf(piece), cents: median(cents), ...balanceOf(piece) };
}

const pieces = moods.flatMap((mood, row) =>
  genres.map((genre, column) => measure(mood, genre, row * genres.length + column)),
);
const all = (what: keyof (typeof pieces)[number]) => pieces.map((piece) => piece[what]);

report({ name: "music.loudness.quietest", value: Math.min(...all("loudness")), unit: "LUFS", peer: -18 });
report({ name: "music.loudness.loudest", value: Math.max(...all("loudness")), unit: "LUFS", peer: -15 });
report({ name: "music.peak.highest", value: Math.max(...all("peak")), unit: "of full scale", peer: 0.8 });
report({ name: "music.tuning.worst-median", value: Math.max(...all("cents")), unit: "cents", peer: 3 });
report({ name: "music.middle.least", value: Math.min(...all("middle")), unit: "of energy", peer: 0.7 });
report({ name: "music.lows.most", value: Math.max(...all("lows")), unit: "of energy", peer: 0.3 });
report({ name: "music.highs.most", value: Math.max(...all("highs")), unit: "of energy", peer: 0.08 });
report({ name: "music.centroid.darkest", value: Math.min(...all("centroid")), unit: "Hz", peer: null });
report({ name: "music.centroid.brightest", value: Math.max(...all("centroid")), unit: "Hz", peer: null });
