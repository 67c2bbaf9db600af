import { describe, expect, it } from "vitest";
import { openAtelier } from "../testing/open-atelier.ts";

const pirates = { theme: "les pirates", count: 4 };
const model = "atelier/concepts";

describe("predictions through the npm client", () => {
  it("runs a model and waits for its output", async () => {
    await using opened = await openAtelier();
    const output = (await opened.client.run(model, { input: pirates })) as { concepts: unknown[] };
    expect(output.concepts).toHaveLength(4);
  });

  it("shows a prediction as Replicate does", async () => {
    await using opened = await openAtelier();
    const prediction = await opened.client.predictions.create({ model, input: pirates, wait: true });
    const url = `${opened.atelier.url}/v1/predictions/${prediction.id}`;
    expect(prediction).toMatchObject({
      id: expect.stringMatching(/^[0-9a-z]{26}$/),
      model,
      version: expect.stringMatching(/^[0-9a-f]{64}$/),
      input: pirates,
      status: "succeeded",
      error: null,
      source: "api",
      data_removed: false,
      logs: expect.stringContaining("read on this machine"),
      urls: { get: url, cancel: `${url}/cancel`, web: expect.any(String) },
      metrics: { predict_time: expect.any(Number), total_time: expect.any(Number) },
    });
    expect(prediction).not.toHaveProperty("webhook");
    const times = [prediction.created_at, prediction.started_at, prediction.completed_at].map(String);
    expect(times.toSorted()).toEqual(times);
    expect(await opened.client.predictions.get(prediction.id)).toEqual(prediction);
  });

  it("answers at once with status starting when nobody waits", async () => {
    await using opened = await openAtelier();
    const prediction = await opened.client.predictions.create({ model, input: pirates });
    expect(prediction).toMatchObject({
      status: "starting",
      output: null,
      started_at: null,
      completed_at: null,
    });
    const done = await opened.client.wait(prediction, { interval: 20 });
    expect(done.status).toBe("succeeded");
  });

  it("gives up waiting with 202 and status starting, so that the client polls on", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "slow-run", delayMs: 600_000 });
    const body = JSON.stringify({ input: pirates });
    const init = { method: "POST", body, headers: { prefer: "wait=1" } };
    const response = await opened.call(`/v1/models/${model}/predictions`, init);
    expect(response.status).toBe(202);
    expect(response.headers.get("preference-applied")).toBe("wait=1");
    const early = await response.json();
    expect(early.status).toBe("starting");
    expect((await opened.client.predictions.get(early.id)).status).toBe("processing");
  });

  it("takes a version in each of its three forms and refuses others", async () => {
    await using opened = await openAtelier();
    const id = (await opened.client.models.get("atelier", "concepts")).latest_version?.id ?? "";
    for (const version of [id, model, `${model}:${id}`]) {
      const made = await opened.client.predictions.create({ version, input: pirates, wait: true });
      expect(made).toMatchObject({ model, version: id, status: "succeeded" });
    }
    for (const version of ["f".repeat(64), `${model}:${"f".repeat(64)}`, "nobody/nothing"]) {
      const body = JSON.stringify({ version, input: pirates });
      const response = await opened.call("/v1/predictions", { method: "POST", body });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ title: "Invalid version or not permitted", status: 422 });
    }
  });

  it("cancels a running prediction for good", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "slow-run", delayMs: 60_000 });
    const { id } = await opened.client.predictions.create({ model, input: pirates });
    await expect.poll(async () => (await opened.client.predictions.get(id)).status).toBe("processing");
    const canceled = await opened.client.predictions.cancel(id);
    expect(canceled).toMatchObject({ status: "canceled", output: null, completed_at: expect.any(String) });
    expect(await opened.client.predictions.cancel(id)).toEqual(canceled);
    expect(await opened.client.predictions.get(id)).toEqual(canceled);
  });

  it("aborts in the queue and cancels on the way when Cancel-After is over", async () => {
    await using opened = await openAtelier();
    await opened.order({ kind: "slow-run", delayMs: 600_000 });
    const create = async (lifetime: string, name = model, input: object = pirates) => {
      const body = JSON.stringify({ input });
      const init = { method: "POST", body, headers: { "cancel-after": lifetime } };
      return (await opened.call(`/v1/models/${name}/predictions`, init)).json();
    };
    for (const lifetime of ["1h", "30m", "900", "2h"]) await create(lifetime);
    const queued = await create("0m5");
    // In a lane of its own, so that it does not wait for the others.
    const alone = await create("6s", "atelier/music", {});
    expect(Date.parse(queued.deadline) - Date.parse(queued.created_at)).toBe(5_000);
    const get = (id: string) => opened.client.predictions.get(id);
    await expect.poll(async () => (await get(queued.id)).status).toBe("aborted");
    await expect.poll(async () => (await get(alone.id)).status).toBe("canceled");
    const { results } = await opened.client.predictions.list();
    expect(results.slice(2).map(({ status }) => status)).toEqual(Array(4).fill("processing"));
  });

  it("lists newest first in pages of a hundred", async () => {
    await using opened = await openAtelier();
    const input = { label: "Fuchs" };
    for (let made = 0; made < 105; made += 1)
      await opened.client.predictions.create({
        model: "atelier/names",
        input: { ...input, label: `Fuchs ${made}` },
      });
    const labels: string[] = [];
    const pages: number[] = [];
    for await (const page of opened.client.paginate(() => opened.client.predictions.list())) {
      pages.push(page.length);
      labels.push(...page.map((prediction) => (prediction.input as typeof input).label));
    }
    expect(pages).toEqual([100, 5]);
    expect(labels).toEqual(Array.from({ length: 105 }, (_, index) => `Fuchs ${104 - index}`));
    const first = await opened.client.predictions.list();
    const second = await (await opened.call(String(first.next))).json();
    const back = await (await opened.call(second.previous)).json();
    expect(back.results.map(({ id }: { id: string }) => id)).toEqual(first.results.map(({ id }) => id));
    expect([first.previous, second.next]).toEqual([null, null]);
  });
});

describe("refusals", () => {
  it("asks for a token in Replicate's words", async () => {
    await using opened = await openAtelier();
    const response = await fetch(`${opened.atelier.url}/v1/account`);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      title: "Unauthenticated",
      detail: "You did not pass an authentication token",
      status: 401,
    });
  });

  it("names every wrong field", async () => {
    await using opened = await openAtelier();
    const body = JSON.stringify({
      input: { count: 31, seed: "x" },
      webhook: "nowhere",
      webhook_events_filter: ["end"],
    });
    const response = await opened.call(`/v1/models/${model}/predictions`, { method: "POST", body });
    expect(response.status).toBe(422);
    const problem = await response.json();
    expect(problem.title).toBe("Input validation failed");
    expect(
      problem.invalid_fields.map(({ field, type }: { field: string; type: string }) => [field, type]),
    ).toEqual([
      ["input", "required"],
      ["input.count", "number_lte"],
      ["input.seed", "invalid_type"],
      ["webhook", "format"],
      ["webhook_events_filter", "enum"],
    ]);
    expect(problem.detail).toContain("- input: theme is required\n");
  });

  it.each([
    ["an unknown prediction", "/v1/predictions/nope", { method: "GET" }, 404],
    ["an unknown model", "/v1/models/a/b", { method: "GET" }, 404],
    ["a body that is no JSON", "/v1/predictions", { method: "POST", body: "{" }, 400],
    ["a body that is no object", "/v1/predictions", { method: "POST", body: "[]" }, 400],
    ["a body without version", "/v1/predictions", { method: "POST", body: '{"input":{}}' }, 422],
    [
      "a body over a megabyte",
      "/v1/predictions",
      { method: "POST", body: `"${"x".repeat(1_100_000)}"` },
      413,
    ],
    ["an unreadable cursor", "/v1/predictions?cursor=xx", { method: "GET" }, 400],
    ["an unknown path", "/v2/predictions", { method: "GET" }, 404],
  ])("refuses %s", async (_what, path, init, status) => {
    await using opened = await openAtelier();
    const response = await opened.call(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  });

  it("keeps control shut unless faults were allowed", async () => {
    await using opened = await openAtelier({ allowFaults: false });
    for (const path of ["/control/faults", "/control/ledger"])
      expect((await opened.call(path)).status).toBe(404);
  });
});

describe("what the account can look up", () => {
  it("publishes the input schema of each model", async () => {
    await using opened = await openAtelier();
    const picture = await opened.client.models.get("atelier", "picture");
    const schema = picture.latest_version?.openapi_schema as unknown as {
      components: { schemas: { Input: { required: string[]; properties: object } } };
    };
    const input = schema.components.schemas.Input;
    expect(input.required).toEqual(["prompt"]);
    expect(input.properties).toMatchObject({
      num_outputs: { maximum: 4, default: 1 },
      seed: { type: "integer" },
    });
    const versions = await opened.client.models.versions.list("atelier", "picture");
    expect(versions).toMatchObject({ results: [{ id: picture.latest_version?.id }] });
  });

  it("gives the account and the webhook secret", async () => {
    await using opened = await openAtelier();
    expect(await opened.client.accounts.current()).toMatchObject({
      type: "organization",
      username: "atelier",
    });
    expect((await opened.client.webhooks.default.secret.get()).key).toMatch(/^whsec_/);
  });
});
