/** One input of a model, in the subset of JSON Schema that Replicate's models publish. */
export interface InputField {
  type: "string" | "integer" | "number" | "boolean" | "array" | "object";
  description: string;
  default?: unknown;
  enum?: readonly (string | number)[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  items?: { type: "string"; enum?: readonly string[]; maxLength?: number };
  nullable?: boolean;
}

/** What a running model may do to the outside. */
export interface RunContext {
  /** Adds one line to the prediction's logs. */
  log(line: string): void;
  /** Adds a progress line in tqdm's form, which `parseProgressFromLogs` of the client reads. */
  progress(done: number, total: number): void;
  /** Stores an output file and returns the reference to put into the output. */
  file(name: string, type: string, bytes: Uint8Array): Promise<string>;
  /** Shows the outputs made so far. */
  output(value: unknown): void;
  /** Throws when the prediction was cancelled: call it between steps. */
  checkpoint(): void;
}

/**
 * Where a model waits for its turn and runs. Pictures, videos and music run in worker threads; words take milliseconds and run in
 * the server's own thread, and so does speech, which waits there for a process of its own.
 */
export type Lane = "pictures" | "videos" | "music" | "speech" | "words";

/** A model of the Atelier. `run` promises the same output for the same input, and throws a message for people. */
export interface Model {
  owner: string;
  name: string;
  description: string;
  /** Raised with every change that shows in outputs; part of the version id. */
  revision: number;
  createdAt: string;
  lane: Lane;
  required: readonly string[];
  input: Readonly<Record<string, InputField>>;
  output: Record<string, unknown>;
  run(input: Record<string, unknown>, context: RunContext): Promise<unknown>;
}

/** Thrown by `checkpoint` inside a model whose prediction was cancelled. */
export class Cancelled extends Error {
  constructor() {
    super("The prediction was cancelled.");
    this.name = "Cancelled";
  }
}
