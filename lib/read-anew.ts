import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Reads again what begins with this key, after it has changed. A reading that is under way may be older than the change,
 * and a first one would not be begun anew by itself.
 */
export async function readAnew(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
