import { z } from "zod";
import { languageSchema } from "../contract/languages.ts";
import { codeLength, readCode } from "./code.ts";

export const roomModes = ["led", "eyes", "free"] as const;

/** A room as every screen in it is told of it. */
export const roomSchema = z.object({
  /** What lets one in: eight capitals. */
  code: z.string(),
  /** What its screens know it by once they are in; it names the channels. */
  key: z.string(),
  /** The address of the universe. */
  slug: z.string(),
  /** Screens show the teacher's card, a picture of eyes, or what each child likes. */
  mode: z.enum(roomModes),
  /** The teacher's card; null until it begins. */
  card_id: z.guid().nullable(),
  /** Whether screens that are led say the names. */
  has_sound: z.boolean(),
  /** The language that the teacher leads in; null until they choose one. */
  language: languageSchema.nullable(),
  /** Rises with every change. */
  sequence: z.number().int(),
  expires_at: z.string(),
});
export type Room = z.infer<typeof roomSchema>;
export type RoomMode = Room["mode"];

export const openRoomSchema = z.object({ slug: z.string().min(1).max(100) });

/** What the teacher changes; what is left out stays. */
export const leadSchema = z
  .strictObject({
    mode: z.enum(roomModes),
    card_id: z.guid(),
    has_sound: z.boolean(),
    language: languageSchema,
  })
  .partial();
export type Lead = z.output<typeof leadSchema>;

/** The code in an address, in whatever letters it is written there. */
export const roomParams = z.object({
  code: z
    .string()
    .max(40)
    .transform(readCode)
    .refine((code) => code.length === codeLength),
});

/** The key of a room, for a screen that is in already. */
export const roomQuery = z.object({ key: z.string().max(100).optional() });

/** What a screen is given that comes in: the room, and the seat under which it is counted, while there are any. */
export const enteredSchema = roomSchema.extend({ seat: z.string().nullable() });
export type Entered = z.infer<typeof enteredSchema>;

/** What a screen says of itself while it is there: the number of its badge. */
export interface Badge {
  badge: number;
}
