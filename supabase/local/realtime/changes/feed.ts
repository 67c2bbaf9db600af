import type { Claims } from "../../keyring.ts";
import type { StackContext } from "../../service.ts";
import type { Channel } from "../channel.ts";
import type { ChangeBinding } from "../join-request.ts";
import type { RowChange } from "../replication/pgoutput.ts";

export interface ChangeFeed {
  open(
    channel: Channel,
    bindings: ChangeBinding[],
    claims: Claims,
  ): Promise<{ bindings: unknown[]; problem: string | null }>;
  authorize(channel: Channel, claims: Claims): void;
  close(channel: Channel): void;
  take(change: RowChange, commitTime: Date): void;
  stop(): Promise<void>;
}

export function createChangeFeed(_context: Pick<StackContext, "sql" | "log">): ChangeFeed {
  return {
    open: async (_channel, bindings) => ({
      bindings: bindings.map((b, i) => ({ ...b, id: i + 1 })),
      problem: null,
    }),
    authorize() {},
    close() {},
    take() {},
    async stop() {},
  };
}
