import { AuthError } from "./auth-error.ts";
import type { AuthTransaction, Row } from "./database.ts";

/** A row of auth.users as JSON. Tokens and the password hash are in it: answer only with `userJson`. */
export interface UserRow {
  id: string;
  aud: string | null;
  role: string | null;
  email: string | null;
  encrypted_password: string | null;
  phone: string | null;
  email_confirmed_at: string | null;
  confirmed_at: string | null;
  invited_at: string | null;
  confirmation_token: string | null;
  confirmation_sent_at: string | null;
  recovery_token: string | null;
  recovery_sent_at: string | null;
  email_change: string | null;
  email_change_token_new: string | null;
  email_change_token_current: string | null;
  email_change_confirm_status: number;
  email_change_sent_at: string | null;
  last_sign_in_at: string | null;
  raw_app_meta_data: Row | null;
  raw_user_meta_data: Row | null;
  banned_until: string | null;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  is_anonymous: boolean;
}

const emailPattern = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/;

/** The address as it is kept: trimmed and lowercase. Throws when it is none. */
export function readEmail(value: unknown): string {
  if (typeof value !== "string" || value.trim() === "")
    throw new AuthError(400, "validation_failed", "An email address is required");
  const email = value.trim().toLowerCase();
  if (email.length > 255 || !emailPattern.test(email))
    throw new AuthError(400, "validation_failed", "Unable to validate email address: invalid format");
  return email;
}

/** An object from a request body, or nothing. Throws when it is something else. */
export function readMetadata(value: unknown): Row {
  if (value === undefined || value === null) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Row;
  throw new AuthError(400, "bad_json", "Could not parse request body as JSON: metadata must be an object");
}

/** The user with this id, locked for the transaction, or null. */
export async function findUser(transaction: AuthTransaction, id: string): Promise<UserRow | null> {
  if (!/^[0-9a-f-]{36}$/i.test(id)) return null;
  const [row] = await transaction<{ user: UserRow }[]>`
    select to_jsonb(u) as user from auth.users u where id = ${id} for no key update`;
  return row?.user ?? null;
}

/** The user with this address, locked for the transaction, or null. */
export async function findUserByEmail(transaction: AuthTransaction, email: string): Promise<UserRow | null> {
  const [row] = await transaction<{ user: UserRow }[]>`
    select to_jsonb(u) as user from auth.users u where email = ${email} and not is_sso_user for no key update`;
  return row?.user ?? null;
}

/** What a new user starts with. */
export interface NewUser {
  id?: string;
  email: string;
  passwordHash: string;
  isConfirmed: boolean;
  userMetadata: Row;
  appMetadata?: Row;
  role?: string;
}

/** Adds a user with an e-mail identity in one go, as triggers on auth.users expect to see it. */
export async function insertUser(transaction: AuthTransaction, user: NewUser): Promise<UserRow> {
  const id = user.id ?? crypto.randomUUID();
  const claims = { sub: id, email: user.email, email_verified: user.isConfirmed, phone_verified: false };
  const appMetadata = { provider: "email", providers: ["email"], ...user.appMetadata };
  await transaction`
    insert into auth.users (instance_id, id, aud, role, email, encrypted_password, email_confirmed_at,
      raw_app_meta_data, raw_user_meta_data, confirmation_token, recovery_token, email_change_token_new, email_change,
      created_at, updated_at)
    values ('00000000-0000-0000-0000-000000000000', ${id}, 'authenticated', ${user.role ?? "authenticated"},
      ${user.email}, ${user.passwordHash}, case when ${user.isConfirmed} then now() end,
      ${transaction.json(appMetadata as never)}, ${transaction.json({ ...user.userMetadata, ...claims } as never)},
      '', '', '', '', now(), now())`;
  await transaction`
    insert into auth.identities (provider_id, user_id, identity_data, provider, last_sign_in_at, created_at, updated_at)
    values (${id}, ${id}, ${transaction.json({ ...user.userMetadata, ...claims } as never)}, 'email', now(), now(), now())`;
  const inserted = await findUser(transaction, id);
  if (!inserted) throw new AuthError(500, "unexpected_failure", "Database error saving new user");
  return inserted;
}

/** Changes columns of a user and gives the row as it is then. */
export async function updateUser(
  transaction: AuthTransaction,
  id: string,
  changes: Partial<Record<keyof UserRow, unknown>>,
): Promise<UserRow> {
  const assignments = Object.keys(changes).map((name) => `"${name}" = r."${name}", `);
  const [row] = await transaction.unsafe<{ user: UserRow }[]>(
    `update auth.users u set ${assignments.join("")}updated_at = now()
     from jsonb_populate_record(null::auth.users, $1::jsonb) r where u.id = $2 returning to_jsonb(u) as user`,
    [transaction.json(changes as never), id],
  );
  if (!row) throw new AuthError(404, "user_not_found", "User not found");
  return row.user;
}

/** Marks the address as the user's own, in the user and in its identity. */
export async function confirmEmail(transaction: AuthTransaction, user: UserRow): Promise<UserRow> {
  const verified = { email: user.email, email_verified: true };
  await transaction`
    update auth.identities set identity_data = identity_data || ${transaction.json(verified)}, updated_at = now()
    where user_id = ${user.id} and provider = 'email'`;
  return updateUser(transaction, user.id, {
    email_confirmed_at: user.email_confirmed_at ?? new Date().toISOString(),
    raw_user_meta_data: { ...user.raw_user_meta_data, ...verified },
  });
}

function time(value: unknown): string | undefined {
  return typeof value === "string" ? value.replace(/\+00:00$/, "Z") : undefined;
}

/** The user as clients see it. Keys without a value are left out. */
export async function userJson(transaction: AuthTransaction, user: UserRow): Promise<Row> {
  const identities = await transaction<{ identity: Row }[]>`
    select to_jsonb(i) as identity from auth.identities i where user_id = ${user.id} order by created_at`;
  return {
    id: user.id,
    aud: user.aud ?? "authenticated",
    role: user.role ?? "authenticated",
    email: user.email ?? "",
    email_confirmed_at: time(user.email_confirmed_at),
    invited_at: time(user.invited_at),
    phone: user.phone ?? "",
    confirmation_sent_at: time(user.confirmation_sent_at),
    confirmed_at: time(user.confirmed_at),
    recovery_sent_at: time(user.recovery_sent_at),
    new_email: user.email_change || undefined,
    email_change_sent_at: time(user.email_change_sent_at),
    last_sign_in_at: time(user.last_sign_in_at),
    app_metadata: user.raw_app_meta_data ?? {},
    user_metadata: user.raw_user_meta_data ?? {},
    identities: identities.map(({ identity }) => ({
      identity_id: identity.id,
      id: identity.provider_id,
      user_id: identity.user_id,
      identity_data: identity.identity_data,
      provider: identity.provider,
      last_sign_in_at: time(identity.last_sign_in_at),
      created_at: time(identity.created_at),
      updated_at: time(identity.updated_at),
      email: identity.email,
    })),
    created_at: time(user.created_at),
    updated_at: time(user.updated_at),
    banned_until: time(user.banned_until),
    deleted_at: time(user.deleted_at),
    is_anonymous: user.is_anonymous,
  };
}
