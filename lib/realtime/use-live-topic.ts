"use client";

import { useEffect, useEffectEvent, useState } from "react";
import type { ChangeMessage } from "../contract/topics.ts";
import { useSupabase } from "../supabase/browser.tsx";
import type { LiveMessage, LiveState } from "./live-topic.ts";
import { followTopic } from "./shared-topic.ts";

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

  // Talks to the Realtime server.
  useEffect(
    () =>
      followTopic<Message>(supabase, topic, {
        apply: (message) => apply(message),
        refetch: () => readAll(),
        expectsNews: () => expectsNews(),
        onState: setState,
      }),
    [supabase, topic],
  );

  return state;
}
