import type { SupabaseClient } from "@supabase/supabase-js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonClient, database, type NewEducator, newEducator, serviceClient, stack } from "../setup/stack.ts";
import { type Buckets, dropBuckets, makeBuckets } from "./storage-rules.ts";

const name = "policy-test";
let owner: NewEducator;
let stranger: NewEducator;
let buckets: Buckets;
const key = () => `${owner.id}/cards/fox.png`;

const clients = (): Record<string, SupabaseClient> => ({
  owner: owner.client,
  stranger: stranger.client,
  anon: anonClient(),
  service: serviceClient(),
});
/** What each of them gets to hear: "ok" or the refusal's code. */
async function ask(act: (client: SupabaseClient) => PromiseLike<{ error: unknown; data?: unknown }>) {
  const answers: Record<string, string> = {};
  for (const [who, client] of Object.entries(clients())) {
    const { error } = await act(client);
    answers[who] = error === null ? "ok" : String((error as { code?: string }).code);
  }
  return answers;
}
const everyone = (answer: string) => ({ owner: answer, stranger: answer, anon: answer, service: answer });

beforeAll(async () => {
  [owner, stranger] = await Promise.all([newEducator(), newEducator()]);
  buckets = await makeBuckets(database(), name);
  for (const bucket of Object.values(buckets)) {
    const { error } = await owner.client.storage.from(bucket).upload(key(), new Blob(["fox"]));
    if (error) throw error;
  }
});
afterAll(() => dropBuckets(database(), name));

describe("in the private bucket", () => {
  it("only the owner and the service read, sign, list and copy", async () => {
    const only = { owner: "ok", stranger: "NoSuchKey", anon: "NoSuchKey", service: "ok" };
    expect(await ask((c) => c.storage.from(buckets.closed).download(key()))).toEqual(only);
    expect(await ask((c) => c.storage.from(buckets.closed).info(key()))).toEqual(only);
    expect(await ask((c) => c.storage.from(buckets.closed).createSignedUrl(key(), 60))).toEqual(only);
    const lists = await Promise.all(
      Object.values(clients()).map((c) => c.storage.from(buckets.closed).list(`${owner.id}/cards`)),
    );
    expect(lists.map(({ data }) => data?.length)).toEqual([1, 0, 0, 1]);
    expect(await ask((c) => c.storage.from(buckets.closed).copy(key(), "stolen.png"))).toEqual({
      owner: "AccessDenied",
      stranger: "NoSuchKey",
      anon: "NoSuchKey",
      service: "ok",
    });
  });

  it("nobody else writes into the owner's folder, in any way", async () => {
    const bucket = (client: SupabaseClient) => client.storage.from(buckets.closed);
    const target = `${name}-target`;
    const others = { stranger: "AccessDenied", anon: "AccessDenied" };
    const add = await ask((c) => bucket(c).upload(`${owner.id}/${crypto.randomUUID()}`, Buffer.from("x")));
    expect(add).toEqual({ owner: "ok", service: "ok", ...others });
    const replace = await ask((c) => bucket(c).upload(key(), Buffer.from("x"), { upsert: true }));
    expect(replace).toEqual({ owner: "ok", service: "ok", ...others });
    const sign = await ask((c) => bucket(c).createSignedUploadUrl(`${owner.id}/${target}`));
    expect(sign).toEqual({ owner: "ok", service: "ok", ...others });
    for (const client of [stranger.client, anonClient()]) {
      expect((await bucket(client).move(key(), `${stranger.id}/mine.png`)).error).toMatchObject({
        code: "NoSuchKey",
      });
      expect((await bucket(client).remove([key()])).data).toEqual([]);
    }
    expect((await bucket(owner.client).exists(key())).data).toBe(true);
    const away = await bucket(owner.client).move(key(), `${stranger.id}/gift.png`);
    expect(away.error).toMatchObject({ code: "AccessDenied", statusCode: "403" });
  });

  it("refuses with the hosted platform's words", async () => {
    const { error } = await stranger.client.storage.from(buckets.closed).upload(key(), Buffer.from("x"));
    expect(error).toMatchObject({
      status: 400,
      statusCode: "403",
      code: "AccessDenied",
      message: "new row violates row-level security policy",
    });
    const missing = await stranger.client.storage.from(buckets.closed).download("none.png");
    expect(missing.error).toMatchObject({ status: 400, statusCode: "404", message: "Object not found" });
    const nowhere = await stranger.client.storage.from("no-such-bucket").upload("a.png", Buffer.from("x"));
    expect(nowhere.error).toMatchObject({ status: 400, statusCode: "404", message: "Bucket not found" });
  });

  it("does not exist under its public address, nor without credentials", async () => {
    const { publicUrl } = owner.client.storage.from(buckets.closed).getPublicUrl(key()).data;
    const bare = `${stack().status.apiUrl}/storage/v1/object/${buckets.closed}/${key()}`;
    for (const url of [publicUrl, bare]) {
      const response = await fetch(url);
      expect(response.status).toBe(400);
      expect(await response.json()).toEqual({
        statusCode: "404",
        code: "NoSuchBucket",
        error: "Bucket not found",
        message: "Bucket not found",
      });
    }
  });
});

describe("in the public bucket", () => {
  it("everybody reads an object, and only the owner and the service list it", async () => {
    expect(await ask((c) => c.storage.from(buckets.open).download(key()))).toEqual(everyone("ok"));
    const { publicUrl } = anonClient().storage.from(buckets.open).getPublicUrl(key()).data;
    expect(await (await fetch(publicUrl)).text()).toBe("fox");
    const lists = await Promise.all(
      Object.values(clients()).map((c) => c.storage.from(buckets.open).list(`${owner.id}/cards`)),
    );
    expect(lists.map(({ data }) => data?.length)).toEqual([1, 0, 0, 1]);
  });

  it("only the owner and the service write and remove", async () => {
    const others = { stranger: "AccessDenied", anon: "AccessDenied" };
    const replace = (c: SupabaseClient) =>
      c.storage.from(buckets.open).upload(key(), Buffer.from("x"), { upsert: true });
    expect(await ask(replace)).toEqual({ owner: "ok", service: "ok", ...others });
    for (const client of [stranger.client, anonClient()])
      expect((await client.storage.from(buckets.open).remove([key()])).data).toEqual([]);
    const removed = await owner.client.storage.from(buckets.open).remove([key(), "not-there.png"]);
    expect(removed.data).toMatchObject([{ name: key(), bucket_id: buckets.open, owner_id: owner.id }]);
    expect((await owner.client.storage.from(buckets.open).exists(key())).data).toBe(false);
  });
});

describe("credentials", () => {
  it("that are no good are refused before anything is read", async () => {
    const url = `${stack().status.apiUrl}/storage/v1/object/${buckets.closed}/${owner.id}/forged.png`;
    const [head, claims, signature = ""] = owner.accessToken.split(".");
    const forged = [head, claims, "A".repeat(signature.length)].join(".");
    for (const authorization of ["Bearer nonsense", `Bearer ${forged}`, "Bearer sb_secret_guess"]) {
      const response = await fetch(url, { method: "POST", body: "x", headers: { authorization } });
      expect([400, 401, 403]).toContain(response.status);
    }
    expect((await owner.client.storage.from(buckets.closed).exists(`${owner.id}/forged.png`)).data).toBe(
      false,
    );
  });
});

describe("plain SQL", () => {
  it("may not delete objects behind the API's back", async () => {
    const deletion = database()`delete from storage.objects where bucket_id = ${buckets.closed}`;
    await expect(deletion).rejects.toThrow("Direct deletion from storage tables is not allowed");
  });
});
