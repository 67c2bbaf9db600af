import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { Environment } from "../../config.ts";

/** A process that speaks: one JSON object a line in, {id, language, text}; one out, {id, wav} (base64) or {id, error}. */
export interface Talker {
  /** The words as a WAV file. Rejects with a message for people; the next call starts the process anew where it died. */
  say(language: string, text: string): Promise<Uint8Array>;
  /** Ends the process, if one runs. */
  stop(): void;
}

export interface TalkerOptions {
  command: string;
  args: readonly string[];
  /** Longest wait for one answer, the start of the process included. */
  answerMs?: number;
  /** The process ends when nobody has asked for this long. */
  idleMs?: number;
}

interface Answer {
  id?: number;
  wav?: string;
  error?: string;
}

interface Waiting {
  resolve(wav: Uint8Array): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

/** Longest line that is believed, in characters: a minute of sound. */
const longestLine = 8_000_000;

function readAnswer(line: string): Answer | null {
  if (line.length > longestLine) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null ? value : null;
  } catch {
    return null;
  }
}

/** Talks through a process that is started when it is needed and keeps nobody from ending. */
export function createTalker({ command, args, answerMs = 20_000, idleMs = 30_000 }: TalkerOptions): Talker {
  const waiting = new Map<number, Waiting>();
  let child: ChildProcessWithoutNullStreams | null = null;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function settle(id: number): Waiting | undefined {
    const found = waiting.get(id);
    waiting.delete(id);
    clearTimeout(found?.timer);
    if (waiting.size === 0) {
      clearTimeout(idle);
      idle = setTimeout(() => end("nobody asked"), idleMs).unref();
    }
    return found;
  }

  /** Ends the process and fails all who wait for it. */
  function end(reason: string): void {
    const ended = child;
    child = null;
    clearTimeout(idle);
    ended?.removeAllListeners();
    ended?.on("error", () => {});
    ended?.kill("SIGKILL");
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(new Error(`The voice fell silent: ${reason}.`));
    }
    waiting.clear();
  }

  function hear(line: string): void {
    const answer = readAnswer(line);
    if (!answer) end("it answered what nobody understands");
    const asked = answer?.id === undefined ? undefined : settle(answer.id);
    if (!answer || !asked) return;
    if (answer.wav) asked.resolve(Buffer.from(answer.wav, "base64"));
    else asked.reject(new Error(`The voice could not say it: ${answer.error ?? "no reason given"}`));
  }

  function start(): ChildProcessWithoutNullStreams {
    // No variable of ours is of use to it, so it gets none that it does not need to run.
    const env = { PATH: process.env.PATH } as Environment as NodeJS.ProcessEnv;
    const started = spawn(command, args, { env, stdio: ["pipe", "pipe", "pipe"] });
    started.once("error", (error) => end(error.message));
    started.once("exit", (code, signal) => end(`its process ended (${signal ?? code})`));
    started.stdin.on("error", () => {});
    started.stderr.resume();
    createInterface({ input: started.stdout }).on("line", (line) => {
      if (child === started) hear(line);
    });
    started.unref();
    for (const stream of [started.stdin, started.stdout, started.stderr])
      if ("unref" in stream && typeof stream.unref === "function") stream.unref();
    return started;
  }

  return {
    say(language, text) {
      clearTimeout(idle);
      child ??= start();
      lastId += 1;
      const id = lastId;
      const { stdin } = child;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => end(`no answer after ${answerMs / 1_000} s`), answerMs);
        waiting.set(id, { resolve, reject, timer });
        stdin.write(`${JSON.stringify({ id, language, text })}\n`);
      });
    },
    stop: () => end("it was stopped"),
  };
}
