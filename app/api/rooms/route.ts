import { openRoomSchema } from "@/lib/class/schema";
import { listRooms, openRoom } from "@/lib/class/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user" }, ({ db }) => listRooms(db));

export const POST = defineRoute({ for: "user", body: openRoomSchema, status: 201 }, ({ db, body }) =>
  openRoom(db, body.slug),
);
