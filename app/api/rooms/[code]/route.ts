import { addressOf } from "@/lib/class/address";
import { leadSchema, roomParams, roomQuery } from "@/lib/class/schema";
import { endRoom, findRoom, followRoom, leadRoom } from "@/lib/class/store";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import { createServiceClient } from "@/lib/supabase/server";

/** With its key for a screen that is in, as often as it likes; by its letters alone for somebody at the door. */
export const GET = defineRoute(
  { for: "anyone", params: roomParams, query: roomQuery },
  async ({ db, request, params: { code }, query: { key } }) => {
    const room = key
      ? await followRoom(db, key)
      : await findRoom(createServiceClient(), code, addressOf(request.headers));
    if (room?.code !== code) throw new AppError("not_found", "There is no open room with this code.");
    return room;
  },
);

export const PATCH = defineRoute(
  { for: "user", params: roomParams, body: leadSchema },
  ({ db, params, body }) => leadRoom(db, params.code, body),
);

export const DELETE = defineRoute({ for: "user", params: roomParams }, async ({ db, params }) => {
  await endRoom(db, params.code);
  return new Response(null, { status: 204 });
});
