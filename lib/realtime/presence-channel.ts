import type { RealtimeChannel, SupabaseClient } from "@supabase/supabase-js";

/** What Realtime knows of a channel: by key, one entry per window, the last that came at the end. */
export type PresenceState<Said> = Record<string, Partial<Said>[]>;

/** How soon a channel that was closed is opened again. */
const reopenAfterMs = 5000;

/** A topic can only be joined again once the former channel has left it. */
const leaving = new Map<string, Promise<unknown>>();

interface PresenceOptions<Said extends object> {
  /** Under which name one is there; the others see one entry for all windows with the same key. */
  key: string;
  /** What one says of oneself; null only looks on. */
  said: Said | null;
  /** Told of who is there whenever that changes; nobody is while the connection is away. Left out, it is not asked for. */
  onState?: (state: PresenceState<Said>) => void;
}

/** Joins a private channel on which people appear to each other, and stays until it is closed. */
export function openPresence<Said extends object>(
  connect: () => Promise<SupabaseClient>,
  topic: string,
  { key, said, onState }: PresenceOptions<Said>,
) {
  let channel: RealtimeChannel | null = null;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  let isJoined = false;

  function tell() {
    // Who is refused or away is simply not seen.
    if (isJoined && said) channel?.track(said).catch(() => {});
  }

  async function join() {
    await leaving.get(topic);
    const supabase = await connect();
    await supabase.realtime.setAuth();
    if (hasEnded) return;
    const joining = supabase.channel(topic, { config: { private: true, presence: { key } } });
    channel = joining;
    if (onState)
      joining.on("presence", { event: "sync" }, () =>
        onState(joining.presenceState() as PresenceState<Said>),
      );
    joining.subscribe((status) => {
      if (hasEnded || channel !== joining) return;
      isJoined = status === "SUBSCRIBED";
      if (isJoined) return tell();
      onState?.({});
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
    /** Says something else from now on. */
    say(next: Said) {
      said = next;
      tell();
    },
    close() {
      hasEnded = true;
      clearTimeout(reopening);
      leave();
    },
  };
}
