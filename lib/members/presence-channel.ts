import type { RealtimeChannel, SupabaseClient } from "@supabase/supabase-js";

/** Where somebody is in a draft: at a card, or at none in particular. */
export interface Whereabouts {
  asset_id: string | null;
}

/** Who is here, by user id. */
export type PeopleHere = ReadonlyMap<string, Whereabouts>;

/** What Realtime knows of a channel, one entry per window of each person, the last that came at the end. */
type PresenceState = Record<string, Partial<Whereabouts>[]>;

/** One place per person, whatever they have open: the card that they turned to last. */
export function peopleOf(state: PresenceState): PeopleHere {
  return new Map(
    Object.entries(state).map(([userId, windows]) => [
      userId,
      { asset_id: windows.findLast(({ asset_id }) => asset_id)?.asset_id ?? null },
    ]),
  );
}

/** How soon a channel that was closed is opened again. */
const reopenAfterMs = 5000;

/** A topic can only be joined again once the former channel has left it. */
const leaving = new Map<string, Promise<unknown>>();

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
  let channel: RealtimeChannel | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  let isJoined = false;
  let here: Whereabouts = { asset_id: null };

  function tell() {
    // Who is refused or away is simply not seen.
    if (isJoined) channel?.track(here).catch(() => {});
  }

  async function join() {
    await leaving.get(topic);
    const supabase = await connect();
    await supabase.realtime.setAuth();
    if (hasEnded) return;
    const joining = supabase.channel(topic, { config: { private: true, presence: { key: userId } } });
    channel = joining;
    joining.on("presence", { event: "sync" }, () => onPeople(peopleOf(joining.presenceState<Whereabouts>())));
    joining.subscribe((status) => {
      if (hasEnded || channel !== joining) return;
      isJoined = status === "SUBSCRIBED";
      if (isJoined) return tell();
      onPeople(new Map());
      if (status === "CLOSED") reopenLater();
    });
  }

  function reopenLater() {
    clearTimeout(reopening);
    reopening = setTimeout(() => {
      leave();
      open();
    }, reopenAfterMs);
  }

  function open() {
    join().catch(() => {
      if (!hasEnded) reopenLater();
    });
  }

  function leave() {
    const left = channel;
    channel = null;
    isJoined = false;
    if (!left) return;
    const gone = connect()
      .then((supabase) => supabase.removeChannel(left))
      .catch(() => {})
      .finally(() => {
        if (leaving.get(topic) === gone) leaving.delete(topic);
      });
    leaving.set(topic, gone);
  }

  open();
  return {
    /** Says where I am from now on. */
    moveTo(next: Whereabouts) {
      if (next.asset_id === here.asset_id) return;
      here = next;
      tell();
    },
    close() {
      hasEnded = true;
      clearTimeout(reopening);
      leave();
    },
  };
}
