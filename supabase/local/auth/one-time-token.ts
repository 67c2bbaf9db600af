import { createHash, randomInt } from "node:crypto";
import { AuthError } from "./auth-error.ts";
import type { AuthTransaction } from "./database.ts";
import type { AuthSettings } from "./settings.ts";
import { type UserRow, updateUser } from "./users.ts";

/** What a mailed link or code is for. `email` accepts either a sign-up's or a magic link's. */
export type LinkType = "signup" | "invite" | "magiclink" | "recovery" | "email_change" | "email";

type TokenColumn =
  | "confirmation_token"
  | "recovery_token"
  | "email_change_token_new"
  | "email_change_token_current";

const columnsOf: Record<LinkType, TokenColumn[]> = {
  signup: ["confirmation_token"],
  invite: ["confirmation_token"],
  magiclink: ["recovery_token"],
  recovery: ["recovery_token"],
  email: ["confirmation_token", "recovery_token"],
  email_change: ["email_change_token_new", "email_change_token_current"],
};

const sentAt: Record<TokenColumn, "confirmation_sent_at" | "recovery_sent_at" | "email_change_sent_at"> = {
  confirmation_token: "confirmation_sent_at",
  recovery_token: "recovery_sent_at",
  email_change_token_new: "email_change_sent_at",
  email_change_token_current: "email_change_sent_at",
};

/** A code for people to type and the token of the link that does the same. */
export interface OneTimeToken {
  code: string;
  hash: string;
}

/** Marks a link whose verification answers with a PKCE code. */
export const pkcePrefix = "pkce_";

function hashOf(email: string, code: string): string {
  return createHash("sha224")
    .update(email + code)
    .digest("hex");
}

/** Makes a code for this address. Only its hash is kept. */
export function createToken(email: string, { codeLength }: AuthSettings, isPkce: boolean): OneTimeToken {
  const code = String(randomInt(10 ** codeLength)).padStart(codeLength, "0");
  return { code, hash: (isPkce ? pkcePrefix : "") + hashOf(email, code) };
}

/** Keeps the token with the user, in place of an earlier one of its kind. */
export function storeToken(
  transaction: AuthTransaction,
  user: UserRow,
  column: TokenColumn,
  token: OneTimeToken,
): Promise<UserRow> {
  return updateUser(transaction, user.id, {
    [column]: token.hash,
    [sentAt[column]]: new Date().toISOString(),
  });
}

/** What a verification found: the user, locked, and the column that held the token. */
export interface FoundToken {
  user: UserRow;
  column: TokenColumn;
}

const invalid = () => new AuthError(403, "otp_expired", "Token has expired or is invalid");

/**
 * Finds the user of a mailed token and takes the token away, so that it works once. Throws `otp_expired` when there is
 * none or it is too old.
 */
export async function takeToken(
  transaction: AuthTransaction,
  type: LinkType,
  proof: { hash: string } | { email: string; code: string },
  { linkSeconds }: AuthSettings,
): Promise<FoundToken> {
  const plain = "hash" in proof ? proof.hash : hashOf(proof.email, proof.code);
  const hashes = "hash" in proof ? [plain] : [plain, pkcePrefix + plain];
  for (const column of columnsOf[type]) {
    const [row] = await transaction.unsafe<{ user: UserRow }[]>(
      `select to_jsonb(u) as user from auth.users u where u.${column} = any ($1::text[]) for no key update`,
      [hashes],
    );
    const sent = row?.user[sentAt[column]];
    if (!row || !sent) continue;
    if (Date.parse(sent) + linkSeconds * 1000 < Date.now()) throw invalid();
    return { user: await updateUser(transaction, row.user.id, { [column]: "" }), column };
  }
  throw invalid();
}
