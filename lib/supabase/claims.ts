import "server-only";
import { isAuthRetryableFetchError, type JwtPayload, type SupabaseClient } from "@supabase/supabase-js";
import { AppError } from "@/lib/errors";

/** A session that has run out is renewed by Auth, which the client asks again and again for half a minute. */
const patienceMs = 9000;

function unavailable(cause: unknown): AppError {
  return new AppError("database_unavailable", "Auth did not answer. Try again in a moment.", { cause });
}

async function giveUp(milliseconds: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, fail) => {
    const timer = setTimeout(() => fail(unavailable("the patience is over")), milliseconds);
    signal.addEventListener("abort", () => clearTimeout(timer));
  });
}

/**
 * What the access token, or the session cookie of this request, says of its bearer: checked, and renewed where it has run
 * out. Null for nobody. Throws `database_unavailable` when Auth is away, which must not look as if one were signed out.
 */
export async function readClaims(db: SupabaseClient, token?: string): Promise<JwtPayload | null> {
  const settled = new AbortController();
  try {
    const { data, error } = await Promise.race([
      db.auth.getClaims(token),
      giveUp(patienceMs, settled.signal),
    ]);
    if (isAuthRetryableFetchError(error)) throw unavailable(error);
    return data?.claims ?? null;
  } catch (error) {
    // A token that cannot even be read is thrown, not returned.
    if (error instanceof AppError) throw error;
    if (isAuthRetryableFetchError(error)) throw unavailable(error);
    return null;
  } finally {
    settled.abort();
  }
}
