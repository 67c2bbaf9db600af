import type postgres from "postgres";
import { AuthError } from "./auth-error.ts";
import type { AuthSettings } from "./settings.ts";

/** bcrypt reads no further; a longer password would only look stronger. */
const maximumBytes = 72;

/** bcrypt hash of nothing in particular, so that an unknown address takes as long as a wrong password. */
const decoy = "$2a$10$7EqJtq98hPqEX7fNZaFWoOhi9QW8Xy0yG0yB0n4E9OQ3e5c1sQ1mK";

/** Throws `weak_password` or `validation_failed` when the password may not be used. */
export function checkPassword(password: string, { minimumPasswordLength }: AuthSettings): void {
  if (Buffer.byteLength(password) > maximumBytes)
    throw new AuthError(
      400,
      "validation_failed",
      `Password cannot be longer than ${maximumBytes} characters`,
    );
  if (password.length < minimumPasswordLength)
    throw new AuthError(
      422,
      "weak_password",
      `Password should be at least ${minimumPasswordLength} characters.`,
      { weak_password: { reasons: ["length"] } },
    );
}

/** bcrypt hash of a password, made by pgcrypto outside this process's event loop. */
export async function hashPassword(sql: postgres.Sql, password: string): Promise<string> {
  const [row] = await sql<{ hash: string }[]>`
    select extensions.crypt(${password}, extensions.gen_salt('bf', 10)) as hash`;
  return row?.hash ?? "";
}

/** Whether the password fits the hash; false for no hash, after the same time. */
export async function verifyPassword(
  sql: postgres.Sql,
  password: string,
  hash: string | null,
): Promise<boolean> {
  const [row] = await sql<{ fits: boolean }[]>`
    select extensions.crypt(${password}, ${hash || decoy}) = ${hash || decoy} as fits`;
  return Boolean(hash) && row?.fits === true;
}
