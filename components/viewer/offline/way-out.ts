import { canKeep, readKept } from "@/lib/offline/kept";

/** The studio as everybody finds it, and what this device keeps of it. */
const home = "/";
const list = "/u";

/** Longer nobody waits for a network that says it is there. */
const patienceMs = 4000;

/** Where who leaves the cards comes to: home, or to what is kept on this device where home cannot be reached. Never throws. */
export async function findWayOut(): Promise<string> {
  if (!canKeep() || !(await readKept(list))) return home;
  if (!navigator.onLine) return list;
  const signal = AbortSignal.timeout(patienceMs);
  const isReached = await fetch(home, { method: "HEAD", cache: "no-store", signal }).then(
    () => true,
    () => false,
  );
  return isReached ? home : list;
}
