"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ChangeMessage } from "../contract/topics.ts";
import { useSupabase } from "../supabase/browser.tsx";
import { createLiveTopic, type LiveMessage, type LiveState } from "./live-topic.ts";

interface LiveTopicOptions<Message extends LiveMessage> {
  topic: string;
  onChange: (message: Message) => void;
  /** Reads everything that the page shows anew; throws when it cannot. */
  refetch: () => Promise<unknown>;
  /** True while something runs, so that silence is suspicious. */
  isBusy?: boolean;
}

/** Follows a private channel while the page is on screen, and says how fresh the page is. */
export function useLiveTopic<Message extends LiveMessage = ChangeMessage>({
  topic,
  onChange,
  refetch,
  isBusy = false,
}: LiveTopicOptions<Message>): LiveState {
  const supabase = useSupabase();
  const [state, setState] = useState<LiveState>("connecting");
  const apply = useEffectEvent((message: Message) => onChange(message));
  const readAll = useEffectEvent(() => refetch());
  const expectsNews = useEffectEvent(() => isBusy);

  // Talks to the Realtime server, and to the browser about the network and the tab.
  useEffect(() => {
    const live = createLiveTopic<Message>(supabase, topic, {
      apply: (message) => apply(message),
      refetch: () => readAll(),
      expectsNews: () => expectsNews(),
      onState: setState,
    });
    const handleLook = () => {
      if (document.visibilityState === "visible") live.ask();
    };
    const handleNetwork = () => (navigator.onLine ? live.ask() : live.suspend());
    document.addEventListener("visibilitychange", handleLook);
    window.addEventListener("online", handleNetwork);
    window.addEventListener("offline", handleNetwork);
    return () => {
      document.removeEventListener("visibilitychange", handleLook);
      window.removeEventListener("online", handleNetwork);
      window.removeEventListener("offline", handleNetwork);
      live.close();
    };
  }, [supabase, topic]);

  return state;
}
