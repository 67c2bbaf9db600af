import { expect, it } from "vitest";
import { newEducator, stack } from "../setup/stack.ts";

const ask = (headers: Record<string, string>, query = "") =>
  fetch(`${stack().status.functionsUrl}/own-file?${query}`, { method: "POST", headers, body: "x" });

it("the door for files of one's own opens for signed-in people alone", async () => {
  const { publishableKey, secretKey } = stack().status;
  for (const headers of [{}, { apikey: publishableKey }, { apikey: secretKey }])
    expect((await ask(headers as Record<string, string>)).status).toBe(401);
});

it("it asks for the card, and tells nobody which cards there are", async () => {
  const { accessToken } = await newEducator();
  const headers = { apikey: stack().status.publishableKey, authorization: `Bearer ${accessToken}` };
  expect((await ask(headers)).status).toBe(422);
  const unknown = `piece=image&draft=${crypto.randomUUID()}&asset=${crypto.randomUUID()}`;
  const answer = await ask(headers, unknown);
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([404, "not_found"]);
});
