import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { fromDatabase } from "../errors.ts";
import { type Lead, type Room, roomSchema } from "./schema.ts";

type Db = SupabaseClient<Database>;

/** Opens a room for a published universe, or gives the one that the caller has open for it. Throws `not_found`, `too_many_people`. */
export async function openRoom(db: Db, slug: string): Promise<Room> {
  const { data, error } = await db.rpc("open_room", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return roomSchema.parse(data);
}

/** The open room with this code, or null. */
export async function findRoom(db: Db, code: string): Promise<Room | null> {
  const { data, error } = await db.rpc("get_room", { p_code: code });
  if (error) throw fromDatabase(error);
  return data === null ? null : roomSchema.parse(data);
}

/** The caller's open rooms, the newest first. */
export async function listRooms(db: Db): Promise<{ items: Room[]; total: number }> {
  const { data, error } = await db.rpc("list_rooms");
  if (error) throw fromDatabase(error);
  return z.object({ items: z.array(roomSchema), total: z.number() }).parse(data);
}

/** Changes what the screens of the caller's room do. Throws `not_found`, `forbidden`, `validation_failed`. */
export async function leadRoom(db: Db, code: string, { mode, card_id, has_sound }: Lead): Promise<Room> {
  const { data, error } = await db.rpc("lead_room", {
    p_code: code,
    ...(mode === undefined ? {} : { p_mode: mode }),
    ...(card_id === undefined ? {} : { p_card_id: card_id }),
    ...(has_sound === undefined ? {} : { p_has_sound: has_sound }),
  });
  if (error) throw fromDatabase(error);
  return roomSchema.parse(data);
}

/** Ends the caller's room for all its screens. Throws `not_found`, `forbidden`. */
export async function endRoom(db: Db, code: string): Promise<void> {
  const { error } = await db.rpc("end_room", { p_code: code });
  if (error) throw fromDatabase(error);
}
