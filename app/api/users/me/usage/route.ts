import { getUsage } from "@/lib/account/settings-store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user" }, ({ db }) => getUsage(db));
