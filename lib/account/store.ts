import type { SupabaseClient } from "@supabase/supabase-js";
import type { Database } from "../contract/database.types.ts";
import type { Language } from "../contract/languages.ts";
import type { Role } from "../contract/statuses.ts";
import { AppError, fromDatabase } from "../errors.ts";
import type { Register, SignIn } from "./schema.ts";

type Db = SupabaseClient<Database>;

export interface Account {
  id: string;
  email: string;
  name: string;
  language: Language;
  role: Role;
}

/** The profile and role of a user, read from their tables, or null when the account is gone. */
export async function findAccount(db: Db, userId: string): Promise<Account | null> {
  const { data, error } = await db
    .from("profiles")
    .select("id, email, display_name, language, user_roles(role)")
    .eq("id", userId)
    .maybeSingle();
  if (error) throw fromDatabase(error);
  if (!data) return null;
  return {
    id: data.id,
    email: data.email,
    name: data.display_name,
    language: data.language,
    role: data.user_roles?.role ?? "educator",
  };
}

type AuthAnswer = Awaited<ReturnType<Db["auth"]["signInWithPassword"]>>;

function toSession({ user, session }: AuthAnswer["data"]) {
  return {
    user: { id: user?.id ?? "", email: user?.email ?? "" },
    session: session && {
      access_token: session.access_token,
      refresh_token: session.refresh_token,
      expires_at: session.expires_at ?? 0,
    },
  };
}

/** Signs in with e-mail and password. Throws `invalid_credentials`, or what Auth could not do. */
export async function signIn(db: Db, { email, password }: SignIn) {
  const { data, error } = await db.auth.signInWithPassword({ email, password });
  if (!error) return toSession(data);
  if (error.code === "email_not_confirmed")
    throw new AppError(
      "invalid_credentials",
      "Confirm your e-mail address first: the link is in your inbox.",
    );
  if (error.status && error.status < 500) throw new AppError("invalid_credentials");
  throw new AppError("database_unavailable", "Signing in is not possible right now.", { cause: error });
}

/** Makes an account and signs in; the session is null where e-mails must be confirmed first. Throws `email_taken`. */
export async function register(db: Db, { email, password, name }: Register) {
  const { data, error } = await db.auth.signUp({ email, password, options: { data: name ? { name } : {} } });
  if (!error) return toSession(data as AuthAnswer["data"]);
  if (error.code === "user_already_exists" || error.code === "email_exists")
    throw new AppError("email_taken");
  if (error.code === "weak_password" || error.code === "email_address_invalid") {
    const path = error.code === "weak_password" ? "password" : "email";
    throw new AppError("validation_failed", "", { errors: [{ path, message: error.message }] });
  }
  if (error.status === 429) throw new AppError("rate_limited");
  throw new AppError("database_unavailable", "Signing up is not possible right now.", { cause: error });
}
