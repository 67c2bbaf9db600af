import Replicate from "replicate";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  receiveWebhooks,
  type WebhookReceiver,
} from "../../supabase/local/atelier/testing/webhook-receiver.ts";
import { openKeyring } from "../../supabase/local/keyring.ts";
import { database, stack } from "../setup/stack.ts";

let receiver: WebhookReceiver;
let client: Replicate;

beforeAll(async () => {
  const { config, status } = stack();
  const keys = await openKeyring(config.dataDir);
  receiver = await receiveWebhooks(keys.webhookSecret);
  client = new Replicate({ auth: "any-token", baseUrl: `${status.modelsUrl}/v1` });
});

afterAll(() => receiver.stop());

/** An address of its own, so that tests that share the Atelier do not meet. */
const address = () => `${receiver.url}?test=${crypto.randomUUID()}`;

describe("the Atelier of a running stack", () => {
  it("chooses ten ocean things, paints one and calls back with the stack's signature", async () => {
    const chosen = await client.predictions.create({
      model: "atelier/concepts",
      input: { theme: "fonds marins", count: 10 },
      wait: true,
    });
    expect(chosen.output).toMatchObject({ theme: { key: "ocean", names: { de: "Ozean" } }, mixed: false });
    const [concept] = chosen.output.concepts;
    const webhook = address();
    const made = await client.predictions.create({
      model: "atelier/picture",
      input: { prompt: concept.names.fr, concept: concept.key, theme: "ocean", seed: 1 },
      webhook,
      webhook_events_filter: ["completed"],
    });
    const done = await client.wait(made, { interval: 100 });
    const picture = await (await fetch(done.output[0])).arrayBuffer();
    expect(await sharp(picture).metadata()).toMatchObject({ format: "webp", width: 1024, height: 1024 });
    const mine = () => receiver.deliveries.filter(({ prediction }) => prediction.id === made.id);
    await expect.poll(mine).toMatchObject([{ isGenuine: true, prediction: done }]);
  });

  it("lets a test order a fault for itself alone, and counts what was created", async () => {
    const webhook = address();
    const faults = `${stack().status.modelsUrl}/control/faults`;
    const order = { kind: "reset", times: 1, webhookContains: new URL(webhook).search };
    expect((await fetch(faults, { method: "POST", body: JSON.stringify(order) })).status).toBe(201);
    const url = `${stack().status.modelsUrl}/v1/models/atelier/names/predictions`;
    const body = JSON.stringify({ input: { label: "Igel" }, webhook, webhook_events_filter: ["completed"] });
    const headers = { authorization: "Bearer t" };
    await expect(fetch(url, { method: "POST", body, headers })).rejects.toThrow();
    const ledger = await (await fetch(`${stack().status.modelsUrl}/control/ledger`)).json();
    expect(ledger.byWebhook[webhook]).toBe(1);
    const { results } = await client.predictions.list();
    expect(results.find((prediction) => prediction.webhook === webhook)).toMatchObject({
      input: { label: "Igel" },
    });
  });

  it("knows the models that the studio's jobs use", async () => {
    const rows = await database()`select name, input_mapping from public.models where is_active`;
    for (const { name, input_mapping } of rows) {
      const [owner, model] = name.split("/");
      const { latest_version } = await client.models.get(owner, model);
      const schema = latest_version?.openapi_schema as unknown as {
        components: { schemas: { Input: { properties: object; required: string[] } } };
      };
      const { properties, required } = schema.components.schemas.Input;
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(input_mapping)));
      expect(Object.keys(input_mapping)).toEqual(expect.arrayContaining(required));
    }
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["atelier/concepts", "atelier/picture"]),
    );
  });
});
