import type { SupabaseClient } from "@supabase/supabase-js";
import { openPresence, type PresenceState } from "../realtime/presence-channel.ts";

/** Where somebody is in a draft: at a card, or at none in particular. */
export interface Whereabouts {
  asset_id: string | null;
}

/** Who is here, by user id. */
export type PeopleHere = ReadonlyMap<string, Whereabouts>;

/** One place per person, whatever they have open: the card that they turned to last. */
export function peopleOf(state: PresenceState<Whereabouts>): PeopleHere {
  return new Map(
    Object.entries(state).map(([userId, windows]) => [
      userId,
      { asset_id: windows.findLast(({ asset_id }) => asset_id)?.asset_id ?? null },
    ]),
  );
}

interface PresenceHandlers {
  onPeople: (people: PeopleHere) => void;
}

/**
 * Joins the channel on which people of a draft appear to each other, as `userId`, and stays until it is closed. Only
 * ids travel on it: names come from the list of members. Nobody is shown while the connection is away.
 */
export function createPresence(
  connect: () => Promise<SupabaseClient>,
  topic: string,
  userId: string,
  { onPeople }: PresenceHandlers,
) {
  let here: Whereabouts = { asset_id: null };
  const presence = openPresence<Whereabouts>(connect, topic, {
    key: userId,
    said: here,
    onState: (state) => onPeople(peopleOf(state)),
  });
  return {
    /** Says where I am from now on. */
    moveTo(next: Whereabouts) {
      if (next.asset_id === here.asset_id) return;
      here = next;
      presence.say(here);
    },
    close: presence.close,
  };
}
