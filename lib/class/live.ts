"use client";

import type { SupabaseClient } from "@supabase/supabase-js";
import { useEffect, useMemo, useState } from "react";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import { problemCode, requestJson } from "../problem.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { openPresence, type PresenceState } from "../realtime/presence-channel.ts";
import { followTopic } from "../realtime/shared-topic.ts";
import { badgesOf, type Known, newerRoom } from "./follow.ts";
import type { Badge, Room } from "./schema.ts";
import { createSeats } from "./seats.ts";

type Connect = () => Promise<SupabaseClient>;

/** The room as it is now; null when it is over. Throws when that cannot be known. */
async function readRoom({ code, key }: Pick<Room, "code" | "key">): Promise<Known> {
  try {
    return await requestJson<Room>(`/api/rooms/${code}?key=${key}`);
  } catch (error) {
    if (problemCode(error) === "not_found") return null;
    throw error;
  }
}

/** Follows a room from what the page came with; null once it is over. */
export function useRoomLive(
  connect: Connect,
  first: Room,
): { room: Known; state: LiveState; learn: (heard: Known) => void } {
  const { code, key } = first;
  const [room, setRoom] = useState<Known>(first);
  const [state, setState] = useState<LiveState>("connecting");
  const isOver = room === null;

  // Talks to the Realtime server; about a room that is over there is nothing more to ask.
  useEffect(() => {
    if (isOver) return;
    const learn = (heard: Known) => setRoom((known) => newerRoom(known, heard));
    return followTopic<ChangeMessage>(connect, topics.room(key), {
      apply: ({ operation, record }) => learn(operation === "DELETE" ? null : (record as unknown as Room)),
      refetch: async () => learn(await readRoom({ code, key })),
      expectsNews: () => false,
      onState: setState,
    });
  }, [connect, code, key, isOver]);

  return { room, state, learn: (heard) => setRoom((known) => newerRoom(known, heard)) };
}

/** Says that a screen is in the room with this key, on its seat, under its badge and nothing else, while the page is open; null is none. */
export function useAppearing(
  connect: Connect,
  key: string | null,
  { seat, badge }: { seat: string | null; badge: number },
): void {
  // Talks to the Realtime server.
  useEffect(() => {
    if (key === null || seat === null) return;
    return openPresence<Badge>(connect, topics.screens(key), { key: seat, said: { badge } }).close;
  }, [connect, key, seat, badge]);
}

/** The badges of the screens in the caller's own room, of so many kinds; none while the connection is away, or in no room (null). */
export function useScreensHere(connect: Connect, room: Known, kinds: number): number[] {
  const [here, setHere] = useState<PresenceState<Badge>>({});
  const [known, setKnown] = useState<ReadonlySet<string>>(new Set());
  const { code, key } = room ?? {};

  // Talks to the Realtime server, and to the studio about seats.
  useEffect(() => {
    if (!code || !key) return;
    const seats = createSeats({
      read: async () => (await requestJson<{ items: string[] }>(`/api/rooms/${code}/seats`)).items,
      onKnown: setKnown,
    });
    const onState = (state: PresenceState<Badge>) => {
      setHere(state);
      seats.see(Object.keys(state));
    };
    const presence = openPresence<Badge>(connect, topics.screens(key), { key: "desk", said: null, onState });
    return () => {
      presence.close();
      seats.close();
    };
  }, [connect, code, key]);

  return useMemo(() => badgesOf(here, known, kinds), [here, known, kinds]);
}
