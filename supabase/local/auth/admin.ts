import { AuthError } from "./auth-error.ts";
import { type AuthTransaction, inAuth, type Row } from "./database.ts";
import { checkPassword, hashPassword } from "./passwords.ts";
import { type AuthRequest, text } from "./request.ts";
import {
  findUser,
  findUserByEmail,
  insertUser,
  readEmail,
  readMetadata,
  type UserRow,
  updateUser,
  userJson,
} from "./users.ts";

/** The refusal of an address that is taken. */
export const emailExists = () =>
  new AuthError(422, "email_exists", "A user with this email address has already been registered");

async function requireUser(transaction: AuthTransaction, id: string): Promise<UserRow> {
  const user = await findUser(transaction, id);
  if (!user) throw new AuthError(404, "user_not_found", "User not found");
  return user;
}

/** `ban_duration` such as `24h`, `90m` or `none`, as the moment until which the user is banned. */
function bannedUntil(duration: string): string | null {
  if (duration === "none") return null;
  const match = /^(\d+(?:\.\d+)?)(h|m|s)$/.exec(duration);
  if (!match) throw new AuthError(400, "validation_failed", `invalid format for ban duration: ${duration}`);
  const unit = { h: 3_600_000, m: 60_000, s: 1000 }[match[2] as "h" | "m" | "s"];
  return new Date(Date.now() + Number(match[1]) * unit).toISOString();
}

/** `POST /admin/users`. */
export async function createUser(request: AuthRequest): Promise<Response> {
  const { sql, settings, body } = request;
  const email = readEmail(body.email);
  const password = text(body, "password");
  if (password) checkPassword(password, settings);
  const passwordHash = password ? await hashPassword(sql, password) : "";
  const created = await inAuth(sql, "creating new user", async (transaction) => {
    if (await findUserByEmail(transaction, email)) throw emailExists();
    const user = await insertUser(transaction, {
      id: text(body, "id") || undefined,
      email,
      passwordHash,
      isConfirmed: body.email_confirm === true,
      userMetadata: readMetadata(body.user_metadata),
      appMetadata: readMetadata(body.app_metadata),
      role: text(body, "role") || undefined,
    });
    const duration = text(body, "ban_duration");
    return userJson(
      transaction,
      duration ? await updateUser(transaction, user.id, { banned_until: bannedUntil(duration) }) : user,
    );
  });
  return Response.json(created);
}

/** `GET /admin/users?page=1&per_page=50`, newest first, with `x-total-count` and `link` for the client's paging. */
export async function listUsers({ sql, params, settings }: AuthRequest): Promise<Response> {
  const page = Math.max(1, Number(params.get("page")) || 1);
  const perPage = Math.min(1000, Math.max(1, Number(params.get("per_page")) || 50));
  const { users, total } = await inAuth(sql, "finding users", async (transaction) => {
    const [count] = await transaction<{ total: number }[]>`select count(*)::int as total from auth.users`;
    const rows = await transaction<{ user: UserRow }[]>`
      select to_jsonb(u) as user from auth.users u order by created_at desc, id
      limit ${perPage} offset ${(page - 1) * perPage}`;
    const all: Row[] = [];
    for (const { user } of rows) all.push(await userJson(transaction, user));
    return { users: all, total: count?.total ?? 0 };
  });
  const last = Math.max(1, Math.ceil(total / perPage));
  const link = (to: number, rel: string) =>
    `<${settings.issuer}/admin/users?page=${to}&per_page=${perPage}>; rel="${rel}"`;
  const links = [...(page < last ? [link(page + 1, "next")] : []), link(last, "last")];
  return Response.json(
    { users, aud: "authenticated" },
    { headers: { "x-total-count": String(total), link: links.join(", ") } },
  );
}

/** `GET /admin/users/<id>`. */
export async function showUser({ sql }: AuthRequest, id: string): Promise<Response> {
  return Response.json(
    await inAuth(sql, "finding user", async (transaction) =>
      userJson(transaction, await requireUser(transaction, id)),
    ),
  );
}

/** `PUT /admin/users/<id>`: whatever of the user, without asking the user. */
export async function changeUserAsAdmin(request: AuthRequest, id: string): Promise<Response> {
  const { sql, settings, body } = request;
  const password = text(body, "password");
  if (password) checkPassword(password, settings);
  const hash = password ? await hashPassword(sql, password) : null;
  const email = body.email ? readEmail(body.email) : null;
  const merged = (old: Row | null, changes: unknown) =>
    Object.fromEntries(
      Object.entries({ ...old, ...readMetadata(changes) }).filter(([, value]) => value !== null),
    );
  const changed = await inAuth(sql, "updating user", async (transaction) => {
    const user = await requireUser(transaction, id);
    if (email && email !== user.email && (await findUserByEmail(transaction, email))) throw emailExists();
    const now = new Date().toISOString();
    const next = await updateUser(transaction, id, {
      ...(hash ? { encrypted_password: hash } : {}),
      ...(email ? { email } : {}),
      ...(body.email_confirm === true ? { email_confirmed_at: user.email_confirmed_at ?? now } : {}),
      ...(body.role ? { role: text(body, "role") } : {}),
      ...(body.user_metadata
        ? { raw_user_meta_data: merged(user.raw_user_meta_data, body.user_metadata) }
        : {}),
      ...(body.app_metadata ? { raw_app_meta_data: merged(user.raw_app_meta_data, body.app_metadata) } : {}),
      ...(body.ban_duration ? { banned_until: bannedUntil(text(body, "ban_duration")) } : {}),
    });
    if (email)
      await transaction`
        update auth.identities set identity_data = identity_data || jsonb_build_object('email', ${email}::text)
        where user_id = ${id} and provider = 'email'`;
    return userJson(transaction, next);
  });
  return Response.json(changed);
}

/** `DELETE /admin/users/<id>`. Sessions, refresh tokens and identities go with the user. */
export async function deleteUser({ sql, body }: AuthRequest, id: string): Promise<Response> {
  await inAuth(sql, "deleting user", async (transaction) => {
    const user = await requireUser(transaction, id);
    if (body.should_soft_delete !== true) return transaction`delete from auth.users where id = ${id}`;
    await transaction`delete from auth.sessions where user_id = ${id}`;
    await transaction`delete from auth.identities where user_id = ${id}`;
    return updateUser(transaction, user.id, {
      email: `${user.id}@deleted.invalid`,
      encrypted_password: "",
      raw_user_meta_data: {},
      raw_app_meta_data: {},
      deleted_at: new Date().toISOString(),
      banned_until: "9999-12-31T00:00:00Z",
    });
  });
  return Response.json({});
}
