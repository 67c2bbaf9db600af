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

/** Finished predictions that are remembered; the oldest are forgotten at the next start. */
const keptFinished = 20_000;

/** Every state of every prediction, appended to one file, so that a killed process loses nothing that it answered. */
export interface Journal {
  /** What the last process knew, in order of creation. */
  restored: Prediction[];
  /** Returns after the state was handed to the operating system: it survives a kill of this process. */
  write(prediction: Prediction): void;
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

function keepRecent(predictions: Prediction[]): Prediction[] {
  const finished = predictions.filter(isFinished);
  const forgotten = new Set(finished.slice(0, Math.max(0, finished.length - keptFinished)));
  return predictions.filter((prediction) => !forgotten.has(prediction));
}

/** Opens (or makes) the journal and rewrites it to one line per prediction. */
export function openJournal(file: string): Journal {
  mkdirSync(dirname(file), { recursive: true });
  const bySequence = (a: Prediction, b: Prediction) => a.sequence - b.sequence;
  const restored = keepRecent([...readStates(file).values()].sort(bySequence));
  const lines = restored.map((prediction) => `${JSON.stringify(prediction)}\n`);
  writeFileSync(`${file}.new`, lines.join(""));
  renameSync(`${file}.new`, file);
  const descriptor = openSync(file, "a");
  return {
    restored,
    write: (prediction) => appendFileSync(descriptor, `${JSON.stringify(prediction)}\n`),
    close: () => closeSync(descriptor),
  };
}
