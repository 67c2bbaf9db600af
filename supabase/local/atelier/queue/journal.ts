import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { isFinished, type Prediction } from "./prediction.ts";

/** Finished predictions that are remembered. */
const keptFinished = 20_000;
/** The file is rewritten when it has this many lines more than there are predictions. */
const spareLines = 20_000;

/** Every state of every prediction, appended to one file, so that a killed process loses nothing that it answered. */
export interface Journal {
  /** What the last process knew, in order of creation. */
  restored: Prediction[];
  /** Returns after the state was handed to the operating system: it survives a kill of this process. */
  write(prediction: Prediction): void;
  /** Rewrites the file to these predictions if it has grown far beyond them. */
  compact(predictions: Iterable<Prediction>): void;
  close(): void;
}

function readStates(file: string): Map<string, Prediction> {
  const states = new Map<string, Prediction>();
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return states;
    throw error;
  }
  for (const line of text.split("\n")) {
    if (line === "") continue;
    try {
      const prediction = JSON.parse(line) as Prediction;
      states.set(prediction.id, prediction);
    } catch {
      // A kill in the middle of a write leaves one torn line, whose caller never got an answer.
    }
  }
  return states;
}

/** The oldest finished predictions beyond the number that is remembered; the list is in order of creation. */
export function findForgotten(predictions: readonly Prediction[]): Prediction[] {
  const finished = predictions.filter(isFinished);
  return finished.slice(0, Math.max(0, finished.length - keptFinished));
}

/** Replaces the file at one stroke and returns the number of its lines. */
function rewrite(file: string, predictions: readonly Prediction[]): number {
  writeFileSync(`${file}.new`, predictions.map((prediction) => `${JSON.stringify(prediction)}\n`).join(""));
  renameSync(`${file}.new`, file);
  return predictions.length;
}

/** Opens (or makes) the journal and rewrites it to one line per prediction. */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const bySequence = (a: Prediction, b: Prediction) => a.sequence - b.sequence;
  const known = [...readStates(file).values()].sort(bySequence);
  const forgotten = new Set(findForgotten(known));
  const restored = known.filter((prediction) => !forgotten.has(prediction));
  let lines = rewrite(file, restored);
  let descriptor = openSync(file, "a");
  return {
    restored,
    write(prediction) {
      appendFileSync(descriptor, `${JSON.stringify(prediction)}\n`);
      lines += 1;
    },
    compact(predictions) {
      const current = [...predictions];
      if (lines < current.length + spareLines) return;
      closeSync(descriptor);
      lines = rewrite(file, current);
      descriptor = openSync(file, "a");
    },
    close: () => closeSync(descriptor),
  };
}
