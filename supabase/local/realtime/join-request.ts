import { z } from "zod";

/** The last moment that Postgres and JavaScript both know, in milliseconds. */
const latestMs = 8.64e15;

const broadcast = z.object({
  ack: z.boolean().nullish(),
  self: z.boolean().nullish(),
  replay: z
    .object({ since: z.number().min(0).max(latestMs), limit: z.number().int().min(1).max(25).nullish() })
    .nullish(),
  replication_ready: z.boolean().nullish(),
});

const presence = z.object({ key: z.string().nullish(), enabled: z.boolean().nullish() });

const changeBinding = z.looseObject({
  event: z.string(),
  schema: z.string().nullish(),
  table: z.string().nullish(),
  filter: z.string().nullish(),
  select: z.array(z.string()).nullish(),
});

const joinPayload = z.object({
  config: z
    .object({
      broadcast: broadcast.nullish(),
      presence: presence.nullish(),
      postgres_changes: z.array(changeBinding).max(100).nullish(),
      private: z.boolean().nullish(),
    })
    .nullish(),
  access_token: z.string().nullish(),
});

/** One `postgres_changes` listener that a client asks for. */
export type ChangeBinding = z.infer<typeof changeBinding>;

/** What a client asks for when it joins a channel, with every default filled in. */
export interface JoinRequest {
  accessToken: string | null;
  isPrivate: boolean;
  acknowledges: boolean;
  hearsItself: boolean;
  wantsReplicationReady: boolean;
  replay: { since: number; limit: number } | null;
  presence: { key: string; enabled: boolean };
  changes: ChangeBinding[];
}

/** Reads the payload of `phx_join`. Null when it is not one. */
export function readJoinRequest(payload: unknown): JoinRequest | null {
  const parsed = joinPayload.safeParse(payload);
  if (!parsed.success) return null;
  const { config, access_token } = parsed.data;
  const replay = config?.broadcast?.replay;
  return {
    accessToken: access_token ?? null,
    isPrivate: config?.private ?? false,
    acknowledges: config?.broadcast?.ack ?? false,
    hearsItself: config?.broadcast?.self ?? false,
    wantsReplicationReady: config?.broadcast?.replication_ready ?? false,
    replay: replay ? { since: replay.since, limit: replay.limit ?? 25 } : null,
    presence: { key: config?.presence?.key ?? "", enabled: config?.presence?.enabled ?? false },
    changes: config?.postgres_changes ?? [],
  };
}
