import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { type Account, findAccount } from "@/lib/account/store";
import { readClaims } from "@/lib/supabase/claims";
import { createServerClient } from "@/lib/supabase/server";

/**
 * Who is signed in, or null. The token's signature is checked, and name and role are read from their tables, so that a
 * demotion counts on the next request.
 */
export const getUser = cache(async (): Promise<Account | null> => {
  const db = await createServerClient();
  const claims = await readClaims(db);
  return claims ? findAccount(db, claims.sub) : null;
});

/** Who is signed in; everybody else is sent to the sign-in page and comes back to `from` afterwards. */
export async function requireUser(from: string): Promise<Account> {
  const user = await getUser();
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(from)}`);
  return user;
}

/** Support or admin; for everybody else the page does not exist. */
export async function requireStaff(): Promise<Account> {
  const user = await getUser();
  if (user?.role !== "support" && user?.role !== "admin") notFound();
  return user;
}
