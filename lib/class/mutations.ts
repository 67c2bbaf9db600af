"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { requestJson } from "../problem.ts";
import { createLeader } from "./leader.ts";
import type { Lead, Room } from "./schema.ts";

/** Opens a room for a universe, or finds the one that is open for it. */
export function useOpenRoom() {
  return useMutation({
    mutationFn: (slug: string) => requestJson<Room>("/api/rooms", { method: "POST", json: { slug } }),
  });
}

/** Ends a room for all its screens. */
export function useEndRoom(code: string) {
  return useMutation({
    mutationFn: () => requestJson<null>(`/api/rooms/${code}`, { method: "DELETE" }),
  });
}

interface Handlers {
  onRoom: (room: Room) => void;
  onProblem: (error: unknown) => void;
}

/** Leads a room. `wish` is what the teacher wants and the studio has not confirmed yet: it is shown at once. */
export function useLeadRoom(code: string, handlers: Handlers): { wish: Lead; lead: (change: Lead) => void } {
  const [wish, setWish] = useState<Lead>({});
  const onRoom = useEffectEvent(handlers.onRoom);
  const onProblem = useEffectEvent(handlers.onProblem);
  const leader = useRef<ReturnType<typeof createLeader>>(null);

  // Speaks to the studio, for one room.
  useEffect(() => {
    leader.current = createLeader({
      send: (change) => requestJson<Room>(`/api/rooms/${code}`, { method: "PATCH", json: change }),
      onWish: setWish,
      onRoom: (room) => onRoom(room),
      onProblem: (error) => onProblem(error),
    });
  }, [code]);

  return { wish, lead: (change) => leader.current?.lead(change) };
}
