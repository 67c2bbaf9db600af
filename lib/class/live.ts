"use client";

import type { SupabaseClient } from "@supabase/supabase-js";
import { useEffect, useState } from "react";
import { type ChangeMessage, topics } from "../contract/topics.ts";
import { problemCode, requestJson } from "../problem.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { openPresence } from "../realtime/presence-channel.ts";
import { followTopic } from "../realtime/shared-topic.ts";
import { badgesOf, type Known, newerRoom } from "./follow.ts";
import type { Badge, Room } from "./schema.ts";

type Connect = () => Promise<SupabaseClient>;

/** The room as it is now; null when it is over. Throws when that cannot be known. */
async function readRoom(code: string): Promise<Known> {
  try {
    return await requestJson<Room>(`/api/rooms/${code}`);
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
  const { code } = first;
  const [room, setRoom] = useState<Known>(first);
  const [state, setState] = useState<LiveState>("connecting");
  const isOver = room === null;

  // Talks to the Realtime server; about a room that is over there is nothing more to ask.
  useEffect(() => {
    if (isOver) return;
    const learn = (heard: Known) => setRoom((known) => newerRoom(known, heard));
    return followTopic<ChangeMessage>(connect, topics.room(code), {
      apply: ({ operation, record }) => learn(operation === "DELETE" ? null : (record as unknown as Room)),
      refetch: async () => learn(await readRoom(code)),
      expectsNews: () => false,
      onState: setState,
    });
  }, [connect, code, isOver]);

  return { room, state, learn: (heard) => setRoom((known) => newerRoom(known, heard)) };
}

/** Says that this screen is in the room, under its badge and nothing else, for as long as the page is open; null is no room. */
export function useAppearing(connect: Connect, code: string | null, badge: number): void {
  // Talks to the Realtime server.
  useEffect(() => {
    if (code === null) return;
    const key = crypto.randomUUID();
    return openPresence<Badge>(connect, topics.screens(code), { key, said: { badge } }).close;
  }, [connect, code, badge]);
}

/** The badges of the screens in the caller's own room, of so many kinds; none while the connection is away, or in no room (null). */
export function useScreensHere(connect: Connect, code: string | null, kinds: number): number[] {
  const [badges, setBadges] = useState<number[]>([]);

  // Talks to the Realtime server.
  useEffect(() => {
    if (code === null) return;
    const key = crypto.randomUUID();
    const onState = (state: Parameters<typeof badgesOf>[0]) => setBadges(badgesOf(state, kinds));
    return openPresence<Badge>(connect, topics.screens(code), { key, said: null, onState }).close;
  }, [connect, code, kinds]);

  return badges;
}
