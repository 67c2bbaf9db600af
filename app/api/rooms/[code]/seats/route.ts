import { roomParams } from "@/lib/class/schema";
import { listSeats } from "@/lib/class/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user", params: roomParams }, ({ db, params }) =>
  listSeats(db, params.code),
);
