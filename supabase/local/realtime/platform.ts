import type { StackContext } from "../service.ts";
import type { ChangeFeed } from "./changes/feed.ts";
import type { Hub } from "./hub.ts";
import type { ReplicationStream } from "./replication/stream.ts";

/** What every connection and channel of the Realtime part shares. */
export interface Platform extends Pick<StackContext, "sql" | "keys" | "log"> {
  hub: Hub;
  changes: ChangeFeed;
  stream: Pick<ReplicationStream, "catchUp">;
}
