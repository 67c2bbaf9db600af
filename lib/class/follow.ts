import type { PresenceState } from "../realtime/presence-channel.ts";
import type { Badge, Room } from "./schema.ts";

/** What a screen knows of its room; null once it is over, for good. */
export type Known = Room | null;

/** What is known after news of the room: what is older than that is dropped, and a room that is over stays so. */
export function newerRoom(known: Known, heard: Known): Known {
  if (known === null || heard === null) return null;
  return heard.sequence > known.sequence ? heard : known;
}

/** No class has more; whoever claims so plays tricks with the code. */
const mostScreens = 500;

/** The badges of the screens that are there on a seat of theirs, one per seat whatever is said from it, sorted by number. */
export function badgesOf(state: PresenceState<Badge>, seats: ReadonlySet<string>, kinds: number): number[] {
  return Object.entries(state)
    .filter(([seat]) => seats.has(seat))
    .slice(0, mostScreens)
    .map(([, windows]) => windows)
    .map((windows) => windows.at(-1)?.badge)
    .map((badge) => (Number.isInteger(badge) ? Math.abs(badge as number) % kinds : 0))
    .sort((one, other) => one - other);
}
