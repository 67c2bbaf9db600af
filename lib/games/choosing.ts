import { hintAfter, type Level } from "./level.ts";
import type { Round } from "./rounds.ts";

/** How far a child is with one round. */
export interface Choosing {
  /** Places that were chosen and are not right; they can be chosen no more. */
  wrong: readonly number[];
  isFound: boolean;
}

export const newChoosing: Choosing = { wrong: [], isFound: false };

/** What a choice leads to; what has been chosen before, or after the end, changes nothing. */
export function choose(round: Round, state: Choosing, place: number): Choosing {
  if (state.isFound || state.wrong.includes(place)) return state;
  if (place === round.answer) return { ...state, isFound: true };
  return { ...state, wrong: [...state.wrong, place] };
}

/** Whether the right choice shows itself by now. */
export function isHinted(level: Level, { wrong, isFound }: Choosing): boolean {
  return !isFound && wrong.length >= hintAfter[level];
}
