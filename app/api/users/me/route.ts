import { accountChangeSchema } from "@/lib/account/settings-schema";
import { updateAccount } from "@/lib/account/settings-store";
import { findAccount } from "@/lib/account/store";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import type { Db } from "@/lib/supabase/server";

async function getAccount(db: Db, userId: string) {
  const account = await findAccount(db, userId);
  if (!account) throw new AppError("not_signed_in", "This account or its session does not exist any more.");
  return account;
}

export const GET = defineRoute({ for: "user" }, ({ db, user }) => getAccount(db, user.id));

export const PATCH = defineRoute({ for: "user", body: accountChangeSchema }, async ({ db, user, body }) => {
  await updateAccount(db, user.id, body);
  return getAccount(db, user.id);
});
