import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { AppError, fromDatabase } from "../errors.ts";
import { type Entered, enteredSchema, type Lead, type Room, roomSchema } from "./schema.ts";

type Db = SupabaseClient<Database>;

/** Opens a room for a published universe, or gives the one that the caller has open for it. Throws `not_found`, `too_many_people`. */
export async function openRoom(db: Db, slug: string): Promise<Room> {
  const { data, error } = await db.rpc("open_room", { p_slug: slug });
  if (error) throw fromDatabase(error);
  return roomSchema.parse(data);
}

/**
 * The open room with this code, or null, for somebody at this network address. `studio` acts for the product, which alone
 * knows where somebody comes from. Throws `rate_limited` when many wrong codes were tried.
 */
export async function findRoom(studio: Db, code: string, address: string): Promise<Room | null> {
  const { data, error } = await studio.rpc("find_room", { p_code: code, p_address: address });
  if (error) throw fromDatabase(error);
  return data === null ? null : roomSchema.parse(data);
}

/** The open room with this key, or null. */
export async function followRoom(db: Db, key: string): Promise<Room | null> {
  const { data, error } = await db.rpc("get_room", { p_key: key });
  if (error) throw fromDatabase(error);
  return data === null ? null : roomSchema.parse(data);
}

/** Lets a screen into the open room with this key, and gives it a seat; null when there is no such room. `studio` acts for the product. */
export async function enterRoom(studio: Db, key: string): Promise<Entered | null> {
  const { data, error } = await studio.rpc("enter_room", { p_key: key });
  if (error) throw fromDatabase(error);
  return data === null ? null : enteredSchema.parse(data);
}

/** The seats that were given to the screens of the caller's room. Throws `not_found`. */
export async function listSeats(db: Db, code: string): Promise<{ items: string[]; total: number }> {
  const { data, error } = await db.rpc("list_seats", { p_code: code });
  if (error) throw fromDatabase(error);
  if (data === null) throw new AppError("not_found", "You have no open room with this code.");
  return z.object({ items: z.array(z.string()), total: z.number() }).parse(data);
}

/** The caller's open rooms, the newest first. */
export async function listRooms(db: Db): Promise<{ items: Room[]; total: number }> {
  const { data, error } = await db.rpc("list_rooms");
  if (error) throw fromDatabase(error);
  return z.object({ items: z.array(roomSchema), total: z.number() }).parse(data);
}

/** Changes what the screens of the caller's room do. Throws `not_found`, `validation_failed`. */
export async function leadRoom(
  db: Db,
  code: string,
  { mode, card_id, has_sound, language }: Lead,
): Promise<Room> {
  const { data, error } = await db.rpc("lead_room", {
    p_code: code,
    ...(mode === undefined ? {} : { p_mode: mode }),
    ...(card_id === undefined ? {} : { p_card_id: card_id }),
    ...(has_sound === undefined ? {} : { p_has_sound: has_sound }),
    ...(language === undefined ? {} : { p_language: language }),
  });
  if (error) throw fromDatabase(error);
  return roomSchema.parse(data);
}

/** Ends the caller's room for all its screens. Throws `not_found`. */
export async function endRoom(db: Db, code: string): Promise<void> {
  const { error } = await db.rpc("end_room", { p_code: code });
  if (error) throw fromDatabase(error);
}
