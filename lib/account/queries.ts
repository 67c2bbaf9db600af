import { queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { SessionList, Usage } from "./settings-schema.ts";

export const accountKeys = {
  usage: ["account", "usage"] as const,
  sessions: ["account", "sessions"] as const,
  pendingEmail: ["account", "pending-email"] as const,
};

/** What I have used and have left; read anew whenever the page is opened. */
export const usageQuery = () =>
  queryOptions({
    queryKey: accountKeys.usage,
    queryFn: ({ signal }) => requestJson<Usage>("/api/users/me/usage", { signal }),
    staleTime: 10_000,
  });

/** Where I am signed in. */
export const sessionListQuery = () =>
  queryOptions({
    queryKey: accountKeys.sessions,
    queryFn: ({ signal }) => requestJson<SessionList>("/api/users/me/sessions", { signal }),
    staleTime: 10_000,
  });
