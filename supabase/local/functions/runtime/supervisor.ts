/**
 * Main thread of a function's Deno process. The function runs in a worker, so that this thread stays awake whatever
 * the function does: it ends the process when the stack is gone, and when the function holds its thread or its
 * memory for too long.
 */
import process from "node:process";
import type { Assignment, Notice, Pulse } from "./messages.ts";

const assignment: Assignment = JSON.parse(process.argv[2] ?? "");
const lookMilliseconds = 250;
let cpuAtBeat = 0;
let watch: ReturnType<typeof setInterval> | undefined;

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function tell(notice: Notice, afterwards?: () => void) {
  process.send?.(notice, undefined, {}, afterwards);
}

function end(cause: "failed" | "cpu" | "memory", detail: string) {
  tell({ kind: "ending", cause, detail }, () => process.exit(1));
  setTimeout(() => process.exit(1), 500);
}

function look() {
  const used = cpuMilliseconds() - cpuAtBeat;
  if (used > assignment.cpuMilliseconds)
    end("cpu", `One turn of the event loop used ${Math.round(used)} ms of CPU`);
}

function heed(pulse: Pulse) {
  if (pulse.kind === "idle") {
    clearInterval(watch);
    watch = undefined;
    return;
  }
  cpuAtBeat = cpuMilliseconds();
  watch ??= setInterval(look, lookMilliseconds);
  if (pulse.memoryBytes > assignment.memoryBytes)
    end("memory", `The function held ${Math.round(pulse.memoryBytes / 1048576)} MB`);
}

// The channel closes when the stack process ends, however it ends.
process.on("disconnect", () => process.exit(0));
process.on("message", () => {});

const isolate = new Worker(new URL("./isolate.ts", import.meta.url), { type: "module", name: "function" });
isolate.onmessage = (event: MessageEvent<Notice | Pulse>) => {
  const message = event.data;
  if (message.kind === "beat" || message.kind === "idle") heed(message);
  else if (message.kind === "ending") end(message.cause, message.detail);
  else tell(message);
};
isolate.onerror = (event) => {
  event.preventDefault();
  end("failed", event.message);
};
isolate.postMessage(assignment.entrypoint);
