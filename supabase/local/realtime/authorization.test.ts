import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Keyring, openKeyring } from "../keyring.ts";
import { Authorization } from "./authorization.ts";
import type { Platform } from "./platform.ts";

let folder: string;
let keys: Keyring;
const onExpired = vi.fn();

beforeEach(async () => {
  vi.useFakeTimers();
  onExpired.mockClear();
  folder = await mkdtemp(join(tmpdir(), "authorization-"));
  keys = await openKeyring(folder);
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

const tokenFor = (seconds: number) =>
  keys.sign({ sub: "ada", role: "authenticated", exp: Math.floor(Date.now() / 1000) + seconds });

/** A channel that everybody may join, so that no policy is asked. */
function open() {
  const connection = { claims: { role: "anon" as const }, token: null, expiresAt: null };
  const asked = { topic: "room", isPrivate: false, extensions: [], headers: {}, connection };
  return new Authorization({ keys } as unknown as Platform, asked, onExpired);
}

test("a channel ends with its token, neither before nor after", async () => {
  vi.setSystemTime("2026-05-04T03:02:01Z");
  await open().use(await tokenFor(3600));
  vi.advanceTimersByTime(3_599_999);
  expect(onExpired).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(onExpired).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("expired"));
});

test("a fresh token keeps it, past the end of the old one", async () => {
  const authorization = open();
  await authorization.use(await tokenFor(60));
  await authorization.use(await tokenFor(3600));
  vi.advanceTimersByTime(120_000);
  expect(onExpired).not.toHaveBeenCalled();
});

test("a channel that was left hears no more of its token", async () => {
  const authorization = open();
  await authorization.use(await tokenFor(60));
  authorization.end();
  vi.advanceTimersByTime(120_000);
  expect(onExpired).not.toHaveBeenCalled();
});
