import { listInvitations } from "@/lib/members/store";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user" }, async ({ db }) => {
  const items = await listInvitations(db);
  return { items, total: items.length };
});
