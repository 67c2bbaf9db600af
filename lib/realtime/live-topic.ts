import type { RealtimeChannel, SupabaseClient } from "@supabase/supabase-js";
import type { ChangeMessage, StaffMessage } from "../contract/topics.ts";
import { createTopicSync } from "./topic-sync.ts";

export type LiveState = "connecting" | "live" | "catching-up" | "offline";

/** How often a page asks while its channel is down, and how soon a closed channel is opened again. */
const askEveryMs = 2000;
/** A running job that says nothing for this long leads to one refetch, and to the next after twice the time. */
const quietAfterMs = 10_000;

/** A topic can only be joined again once the former channel has left it. */
const leaving = new Map<string, Promise<unknown>>();

/** What a channel may say. */
export type LiveMessage = ChangeMessage | StaffMessage;

interface LiveTopicHandlers<Message extends LiveMessage> {
  apply: (message: Message) => void;
  refetch: () => Promise<unknown>;
  expectsNews: () => boolean;
  onState: (state: LiveState) => void;
}

/**
 * Joins a private channel and keeps it joined. Nothing is asked for while the channel is healthy: one refetch after
 * each subscription, after a gap and after silence of a running job. While it is down the page asks every 2 s. All of it
 * ends when the person signs out, here or in another tab: there is nothing left that they may read.
 */
export function createLiveTopic<Message extends LiveMessage>(
  connect: () => Promise<SupabaseClient>,
  topic: string,
  handlers: LiveTopicHandlers<Message>,
) {
  const sync = createTopicSync(handlers);
  let channel: RealtimeChannel | null = null;
  let asking: ReturnType<typeof setInterval> | undefined;
  let reopening: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let hasEnded = false;
  let session: { unsubscribe(): void } | undefined;

  function listen(delay = quietAfterMs) {
    clearTimeout(quiet);
    quiet = setTimeout(() => {
      if (handlers.expectsNews() && !asking) void sync.resync();
      listen(delay * 2);
    }, delay);
  }

  function handleDown() {
    handlers.onState(navigator.onLine ? "catching-up" : "offline");
    clearTimeout(quiet);
    asking ??= setInterval(ask, askEveryMs);
  }

  function settle(isRead: boolean) {
    if (hasEnded) return;
    if (channel?.state === "joined" && isRead) {
      clearInterval(asking);
      asking = undefined;
      listen();
      handlers.onState("live");
    } else {
      handleDown();
      if (!isRead) handlers.onState("offline");
    }
  }

  async function ask() {
    settle(await sync.resync());
  }

  function open() {
    join().catch(() => {
      if (hasEnded) return;
      handleDown();
      reopening = setTimeout(reopen, askEveryMs);
    });
  }

  async function join() {
    await leaving.get(topic);
    const supabase = await connect();
    await supabase.realtime.setAuth();
    if (hasEnded) return;
    session ??= supabase.auth.onAuthStateChange((event) => {
      if (event === "SIGNED_OUT") close();
    }).data.subscription;
    channel = supabase.channel(topic, { config: { private: true } });
    channel.on("broadcast", { event: "*" }, ({ payload }) => {
      listen();
      sync.receive(payload as Message);
    });
    channel.subscribe(async (status) => {
      if (hasEnded) return;
      if (status === "SUBSCRIBED") return settle(await sync.restart());
      handleDown();
      if (status === "CLOSED") reopening = setTimeout(reopen, askEveryMs);
    });
  }

  function leave() {
    if (!channel) return;
    const left = channel;
    const gone = connect()
      .then((supabase) => supabase.removeChannel(left))
      .finally(() => {
        if (leaving.get(topic) === gone) leaving.delete(topic);
      });
    leaving.set(topic, gone);
    channel = null;
  }

  function reopen() {
    leave();
    open();
  }

  function close() {
    hasEnded = true;
    session?.unsubscribe();
    clearInterval(asking);
    clearTimeout(reopening);
    clearTimeout(quiet);
    leave();
  }

  open();
  return {
    /** Reads everything once, and turns live again when the channel has come back meanwhile. */
    ask() {
      if (!hasEnded) void ask();
    },
    /** The browser says that there is no network. */
    suspend() {
      if (!hasEnded) handleDown();
    },
    close,
  };
}
