import { findAccount } from "@/lib/account/store";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";

export const GET = defineRoute({ for: "user" }, async ({ db, user }) => {
  const account = await findAccount(db, user.id);
  if (!account) throw new AppError("not_signed_in", "This account does not exist any more.");
  return account;
});
