import { leadSchema, roomParams } from "@/lib/class/schema";
import { endRoom, findRoom, leadRoom } from "@/lib/class/store";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "anyone", params: roomParams }, async ({ db, params }) => {
  const room = await findRoom(db, params.code);
  if (!room) throw new AppError("not_found", "There is no open room with this code.");
  return room;
});

export const PATCH = defineRoute(
  { for: "user", params: roomParams, body: leadSchema },
  ({ db, params, body }) => leadRoom(db, params.code, body),
);

export const DELETE = defineRoute({ for: "user", params: roomParams }, async ({ db, params }) => {
  await endRoom(db, params.code);
  return new Response(null, { status: 204 });
});
