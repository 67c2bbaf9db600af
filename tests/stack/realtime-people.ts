import { createClient, type RealtimeChannel, type SupabaseClient } from "@supabase/supabase-js";
import { afterAll, vi } from "vitest";
import { openKeyring } from "../../supabase/local/keyring.ts";
import { database, stack } from "../setup/stack.ts";

/** Someone with a token of their own, for channels whose members the tests decide. */
export interface Member {
  id: string;
  client: SupabaseClient;
  /** What the client sends as its access token; {@link renew} changes it. */
  token: string;
  /** Every WebSocket that the client has opened. */
  sockets: WebSocket[];
}

/** A message as supabase-js hands it over. */
interface Heard {
  event: string;
  payload: Record<string, unknown>;
  meta?: { id: string; replayed?: boolean };
}

const clients: SupabaseClient[] = [];

afterAll(async () => {
  await Promise.all(clients.splice(0).map((client) => client.removeAllChannels()));
});

/**
 * Opens private topics to the members that tests name: `realtime_tests.members` says who reads and writes which topic.
 */
export async function openTestTopics(): Promise<void> {
  await database().unsafe(`
    select pg_advisory_xact_lock(815);
    create schema if not exists realtime_tests;
    create table if not exists realtime_tests.members (topic text, user_id uuid, writes boolean);
    grant usage on schema realtime_tests to authenticated, anon;
    grant select on realtime_tests.members to authenticated, anon;
    drop policy if exists "test members read" on realtime.messages;
    create policy "test members read" on realtime.messages for select to authenticated using (
      exists (select from realtime_tests.members m
        where m.topic = realtime.topic() and m.user_id = (select auth.uid())));
    drop policy if exists "test members write" on realtime.messages;
    create policy "test members write" on realtime.messages for insert to authenticated with check (
      exists (select from realtime_tests.members m
        where m.topic = realtime.topic() and m.user_id = (select auth.uid()) and m.writes));
  `);
}

/** A topic that no other test knows. */
export function newTopic(): string {
  return `test:${crypto.randomUUID()}`;
}

/** Makes a person a member of a private topic. */
export async function admit(topic: string, member: { id: string }, { writes = true } = {}): Promise<void> {
  await database()`insert into realtime_tests.members values (${topic}, ${member.id}, ${writes})`;
}

/** Signs a token for this person that ends after so many seconds. */
export async function signToken(userId: string, seconds = 3600): Promise<string> {
  const keys = await openKeyring(stack().config.dataDir);
  const now = Math.floor(Date.now() / 1000);
  return keys.sign({
    sub: userId,
    role: "authenticated",
    aud: "authenticated",
    iat: now,
    exp: now + seconds,
  });
}

/** An unmodified supabase-js client, whose sockets can be looked at. */
export function newClient(
  key = stack().status.publishableKey,
  accessToken?: () => Promise<string>,
): Pick<Member, "client" | "sockets"> {
  const sockets: WebSocket[] = [];
  class WatchedSocket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      sockets.push(this);
    }
  }
  const client = createClient(stack().status.apiUrl, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    realtime: { transport: WatchedSocket },
    ...(accessToken ? { accessToken } : {}),
  });
  clients.push(client);
  return { client, sockets };
}

/** A new person who is signed in to Realtime. */
export async function newMember(seconds = 3600): Promise<Member> {
  const id = crypto.randomUUID();
  const held = { token: await signToken(id, seconds) };
  const opened = newClient(stack().status.publishableKey, async () => held.token);
  await opened.client.realtime.setAuth();
  return Object.assign(held, { id, ...opened });
}

/** Gives the person another token, as a session does when it is refreshed. */
export async function renew(member: Member, token: string): Promise<void> {
  member.token = token;
  await member.client.realtime.setAuth();
}

/** A channel that is being listened to. */
export interface Joined {
  channel: RealtimeChannel;
  heard: Heard[];
  system: { status: string; message: string }[];
  /** Every status that subscribe() reported, with its error text. */
  statuses: string[];
}

interface Wish {
  private?: boolean;
  broadcast?: { self?: boolean; ack?: boolean; replay?: { since: number; limit?: number } };
  presence?: { key: string };
}

/** Subscribes and waits for the first answer, whatever it is. */
export async function subscribe(
  client: SupabaseClient,
  topic: string,
  wish: Wish = { private: true },
  prepare: (channel: RealtimeChannel) => void = () => {},
): Promise<Joined> {
  const channel = client.channel(topic, { config: wish });
  const joined: Joined = { channel, heard: [], system: [], statuses: [] };
  channel.on("broadcast", { event: "*" }, (message) => joined.heard.push(message as unknown as Heard));
  channel.on("system", {}, (message) => joined.system.push(message));
  prepare(channel);
  await new Promise<void>((resolve) => {
    channel.subscribe((status, error) => {
      joined.statuses.push(error ? `${status}: ${error.message}` : status);
      resolve();
    });
  });
  return joined;
}

/** Broadcasts from the database, as a trigger would. */
export async function sendFromDatabase(topic: string, event: string, payload: object, isPrivate = true) {
  const sql = database();
  await sql`select realtime.send(${sql.json(payload as never)}, ${event}, ${topic}, ${isPrivate})`;
}

/** Waits long enough for a message to arrive that must not arrive. */
export async function aMoment(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 250));
}

/** Tries a check until it passes, for as long as a busy machine may need. */
export function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 60_000, interval: 20 });
}
