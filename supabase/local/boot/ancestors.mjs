import { readFileSync } from "node:fs";

/** Parent of a process from /proc, or undefined where there is none to read. */
function parentOf(pid) {
  try {
    return Number(
      readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /s, "")
        .split(" ")[1],
    );
  } catch {
    return undefined;
  }
}

function isNpm(pid) {
  try {
    return /\bnpm\b/.test(readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "));
  } catch {
    return false;
  }
}

/** The processes from our parent up to npm, or none when npm did not start us. */
function chainToNpm() {
  if (!process.env.npm_lifecycle_event) return [];
  const chain = [];
  for (let pid = process.ppid; pid > 1 && chain.length < 4; pid = parentOf(pid) ?? 0) {
    chain.push(pid);
    if (isNpm(pid) && parentOf(pid) !== undefined && chain.length > 0 && !isNpm(parentOf(pid))) return chain;
  }
  return [];
}

/**
 * Calls `gone` when npm, which started us, was killed without a chance to tell: its child would live on unseen.
 * Does nothing when started without npm, so that a background start may outlive its shell. Returns the way to stop.
 */
export function watchAncestors(gone) {
  const chain = chainToNpm();
  if (chain.length === 0) return () => {};
  const timer = setInterval(() => {
    const intact = chain.every((pid, at) => (at === 0 ? process.ppid : parentOf(chain[at - 1])) === pid);
    if (intact) return;
    clearInterval(timer);
    gone();
  }, 1000);
  timer.unref();
  return () => clearInterval(timer);
}
