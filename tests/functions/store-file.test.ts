import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openCpuBudget } from "../../supabase/functions/_shared/cpu-budget.ts";
import type { Environment } from "../../supabase/functions/_shared/environment.ts";
import { JobFailure } from "../../supabase/functions/_shared/failure.ts";
import { storeFile } from "../../supabase/functions/_shared/store-file.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";

const files = new Map<string, Buffer>();
const server = createServer((request, response) => {
  const file = files.get(request.url ?? "");
  if (file) response.end(file);
  else response.writeHead(404).end();
});
const stored: string[] = [];
const storage = {
  from: () => ({
    async upload(path: string) {
      stored.push(path);
      return { error: null };
    },
  }),
} as unknown as Tools["storage"];
let base: string;

beforeAll(async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const noise = { type: "gaussian", mean: 128, sigma: 40 } as const;
  const canvas = { width: 256, height: 256, channels: 3 as const, background: { r: 0, g: 0, b: 0 } };
  files.set(
    "/good.png",
    await sharp({ create: { ...canvas, noise } })
      .png()
      .toBuffer(),
  );
  files.set("/black.png", await sharp({ create: canvas }).png().toBuffer());
  files.set("/page.png", Buffer.from("<!doctype html><h1>Bad gateway</h1>".padEnd(99)));
});
afterAll(() => void server.close());
beforeEach(() => void stored.splice(0));

async function store(output: unknown, logs = ""): Promise<string> {
  const environment = { providerUrl: `${base}/v1` } as Environment;
  const names = Array.isArray(output) ? output.map((name) => name && `${base}/${name}`) : output;
  const budget = openCpuBudget();
  const prediction = { id: "p", status: "succeeded", output: names, logs };
  try {
    const owner = { user_id: "owner", draft_id: "draft" };
    return (await storeFile(prediction, "generate_image", owner, { storage, environment, budget }))
      .storage_path;
  } catch (error) {
    if (!(error instanceof JobFailure)) throw error;
    const { code, isRetryable, maxRetries } = error.failure;
    return `${code} ${isRetryable ? `again ${maxRetries}` : "final"}`;
  }
}

describe("the outputs of a picture model", () => {
  it("give the first good one, also when others were flagged, left out or are no pictures", async () => {
    for (const output of [
      ["good.png"],
      ["black.png", "good.png"],
      [null, "good.png"],
      ["page.png", "gone.png", "good.png"],
    ])
      expect(await store(output)).toMatch(/^owner\/draft\/[0-9a-f]{64}\.png$/);
    expect(new Set(stored).size).toBe(1);
  });

  it("are blocked for good when what is left of them is black, or the logs speak of a filter", async () => {
    expect(await store(["black.png"])).toBe("content_flagged final");
    expect(await store(["gone.png", "page.png", "black.png"])).toBe("content_flagged final");
    expect(await store([], "NSFW content detected in image 0")).toBe("content_flagged final");
    expect(stored).toEqual([]);
  });

  it("are asked for once more when they are unusable, and never when they have expired", async () => {
    for (const output of [[], null, {}, ["page.png"]])
      expect(await store(output)).toBe("provider_output_unusable again 1");
    expect(await store(["gone.png"])).toBe("provider_output_expired final");
  });

  it("are looked at up to the fourth", async () => {
    expect(await store(["page.png", "page.png", "page.png", "page.png", "good.png"])).toContain("unusable");
  });

  it("raise an alarm when they have expired, which must not happen", async () => {
    vi.mocked(console.log).mockClear();
    await store(["gone.png"]);
    expect(console.log).toHaveBeenCalledWith('{"event":"alarm","reason":"provider_output_expired"}');
  });
});
