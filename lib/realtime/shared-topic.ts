import type { SupabaseClient } from "@supabase/supabase-js";
import { createLiveTopic, type LiveMessage, type LiveState } from "./live-topic.ts";

type Connect = () => Promise<SupabaseClient>;

/** One who listens to a topic: what to do with a message, and how to read all that is shown of it anew. */
export interface Follower<Message extends LiveMessage> {
  apply: (message: Message) => void;
  /** Throws when it cannot read. */
  refetch: () => Promise<unknown>;
  /** True while something runs, so that silence is suspicious. */
  expectsNews: () => boolean;
  onState: (state: LiveState) => void;
}

interface SharedTopic {
  followers: Set<Follower<LiveMessage>>;
  state: LiveState;
  ask: () => void;
  close: () => void;
}

/** A client can join a topic only once, so all who listen to it share the channel. */
const shared = new WeakMap<Connect, Map<string, SharedTopic>>();

function openTopic(connect: Connect, topic: string): SharedTopic {
  const followers = new Set<Follower<LiveMessage>>();
  const all = () => [...followers];
  const live = createLiveTopic<LiveMessage>(connect, topic, {
    apply: (message) => {
      for (const follower of all()) follower.apply(message);
    },
    refetch: () => Promise.all(all().map((follower) => follower.refetch())),
    expectsNews: () => all().some((follower) => follower.expectsNews()),
    onState: (state) => {
      opened.state = state;
      for (const follower of all()) follower.onState(state);
    },
  });
  const handleLook = () => {
    if (document.visibilityState === "visible") live.ask();
  };
  const handleNetwork = () => (navigator.onLine ? live.ask() : live.suspend());
  document.addEventListener("visibilitychange", handleLook);
  window.addEventListener("online", handleNetwork);
  window.addEventListener("offline", handleNetwork);
  const opened: SharedTopic = {
    followers,
    state: "connecting",
    ask: live.ask,
    close() {
      document.removeEventListener("visibilitychange", handleLook);
      window.removeEventListener("online", handleNetwork);
      window.removeEventListener("offline", handleNetwork);
      live.close();
    },
  };
  return opened;
}

/**
 * Follows a private channel, on one connection with all who follow the same one. Who comes while it is live reads once,
 * for it may have missed something before. Call the answer to stop; the channel closes with the last one.
 */
export function followTopic<Message extends LiveMessage>(
  connect: Connect,
  topic: string,
  follower: Follower<Message>,
): () => void {
  const topics = shared.get(connect) ?? new Map<string, SharedTopic>();
  shared.set(connect, topics);
  const opened = topics.get(topic) ?? openTopic(connect, topic);
  topics.set(topic, opened);
  const one = follower as unknown as Follower<LiveMessage>;
  opened.followers.add(one);
  if (opened.state === "live") opened.ask();
  else if (opened.state !== "connecting") one.onState(opened.state);
  return () => {
    opened.followers.delete(one);
    if (opened.followers.size > 0) return;
    topics.delete(topic);
    opened.close();
  };
}
