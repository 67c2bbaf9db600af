import { beforeAll, expect, it } from "vitest";
import { makeWav } from "../fixtures/media.ts";
import { newEducator, stack } from "../setup/stack.ts";

let token: string;

beforeAll(async () => {
  token = (await newEducator()).accessToken;
});

async function speak(body: BodyInit, { language = "fr", bearer = token } = {}) {
  const answer = await fetch(new URL(`/api/transcriptions?language=${language}`, stack().status.studioUrl), {
    method: "POST",
    headers: { ...(bearer ? { authorization: `Bearer ${bearer}` } : {}), "content-type": "audio/wav" },
    body,
  });
  return { status: answer.status, body: (await answer.json()) as { code?: string; detail?: string } };
}

it("a spoken theme is refused in words where no model can write it down", async () => {
  expect(await speak(makeWav())).toMatchObject({ status: 503, body: { code: "model_not_configured" } });
});

it("only people who signed in speak, only sound is taken, in a language of ours, and not for an hour", async () => {
  expect((await speak(makeWav(), { bearer: "" })).status).toBe(401);
  expect(await speak("<!doctype html>")).toMatchObject({ status: 422, body: { code: "validation_failed" } });
  expect((await speak("")).status).toBe(422);
  expect((await speak(makeWav(), { language: "xx" })).status).toBe(422);
  expect((await speak(new Uint8Array(10_485_761))).status).toBe(413);
});
