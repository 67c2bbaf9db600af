import { parentPort } from "node:worker_threads";
import { findModel } from "../models/registry.ts";
import { createRunContext, endOf } from "./runner.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

if (!parentPort) throw new Error("This file runs as a worker thread only.");
const port = parentPort;
const say = (message: FromWorker) => port.postMessage(message);
const saving = new Map<number, (reference: string | null) => void>();
let lastFile = 0;

/** Hands the bytes to the server's thread, which stores them and says how to name them. */
async function saveFile(name: string, type: string, bytes: Uint8Array): Promise<string> {
  lastFile += 1;
  const file = lastFile;
  const saved = new Promise<string | null>((resolve) => saving.set(file, resolve));
  say({ kind: "file", file, name, type, bytes });
  const reference = await saved;
  if (reference === null) throw new Error("The output file could not be stored.");
  return reference;
}

async function run(name: string, input: Record<string, unknown>, cancelFlag: Int32Array): Promise<void> {
  const listener = {
    log: (line: string) => say({ kind: "log", line }),
    output: (value: unknown) => say({ kind: "output", value }),
  };
  const context = createRunContext(listener, saveFile, () => Atomics.load(cancelFlag, 0) === 1);
  try {
    const model = findModel(name);
    if (!model) throw new Error(`There is no model ${name}.`);
    const output = await model.run(input, context);
    say({ kind: "end", end: { status: "succeeded", output } });
  } catch (error) {
    say({ kind: "end", end: endOf(error) });
  }
}

port.on("message", (message: ToWorker) => {
  if (message.kind === "run") return void run(message.model, message.input, message.cancelFlag);
  saving.get(message.file)?.(message.reference);
  saving.delete(message.file);
});
