import { describe, expect, it } from "vitest";
import type { ClaimedJob, JobSource } from "../../lib/contract/worker.ts";
import { JobFailure } from "../../supabase/functions/_shared/failure.ts";
import type { Tools } from "../../supabase/functions/_shared/tools.ts";
import { readSources, toAddress } from "../../supabase/functions/generation-worker/card-sources.ts";

const picture: JobSource = {
  storage_path: "me/draft/lion.webp",
  sha256: "a".repeat(64),
  mime_type: "image/webp",
};
const job = { id: "job", attempt: 1 } as ClaimedJob;
const near = { supabaseUrl: "http://127.0.0.1:54321", providerUrl: "http://127.0.0.1:54330/v1" };
const far = { ...near, providerUrl: "https://api.replicate.com/v1" };

interface World {
  image?: JobSource | null;
  voice?: JobSource | null;
  environment?: typeof near;
  /** The file behind every path, or what Storage says in place of it. */
  file?: Blob | { message: string; statusCode?: string };
}

function toolsOf({
  image = picture,
  voice = null,
  environment = near,
  file = new Blob(["lion"]),
}: World): Tools {
  const answer = <Data>(data: Data) =>
    file instanceof Blob ? { data, error: null } : { data: null, error: file };
  return {
    engine: { getJobSources: async () => ({ image, voice }) },
    environment,
    storage: {
      from: () => ({
        createSignedUrl: async (path: string) =>
          answer({ signedUrl: `http://127.0.0.1:54321/${path}?token=x` }),
        download: async () => answer(file),
      }),
    },
  } as unknown as Tools;
}

async function failureIn(world: World): Promise<string> {
  const error = await readSources(job, toolsOf(world)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof JobFailure)
    return `${error.failure.code} ${error.failure.isRetryable ? "again" : "final"}`;
  return String(error);
}

describe("the picture that a film is made from", () => {
  it("has an address for an hour, and an identity that does not change with it", async () => {
    expect(await readSources(job, toolsOf({ voice: { ...picture, sha256: "b".repeat(64) } }))).toEqual({
      image: { address: "http://127.0.0.1:54321/me/draft/lion.webp?token=x", identity: picture.sha256 },
      voice: { address: "http://127.0.0.1:54321/me/draft/lion.webp?token=x", identity: "b".repeat(64) },
    });
    expect((await readSources(job, toolsOf({}))).voice).toEqual({ address: null, identity: null });
  });

  it("is sent along to a provider that cannot reach this machine", async () => {
    expect((await readSources(job, toolsOf({ environment: far }))).image).toEqual({
      address: `data:image/webp;base64,${btoa("lion")}`,
      identity: picture.sha256,
    });
    expect(await failureIn({ environment: far, file: new Blob([new Uint8Array(300_000)]) })).toBe(
      "source_unreachable final",
    );
  });

  it("that is missing ends the job; a Storage that fails does not", async () => {
    const gone = { message: "Object not found", statusCode: "404" };
    expect(await failureIn({ image: null })).toBe("picture_missing final");
    for (const environment of [near, far]) {
      expect(await failureIn({ environment, file: gone })).toBe("picture_missing final");
      expect(await failureIn({ environment, file: { message: "busy" } })).toMatch(
        /^Error: Storage did not .*: busy$/,
      );
    }
  });
});

it("a recording that is gone is not called a picture", async () => {
  const place = { storage_path: "me/note.webm", mime_type: "audio/webm", bucket: "voice-notes" };
  for (const environment of [near, far])
    await expect(
      toAddress(place, toolsOf({ environment, file: { message: "Object not found", statusCode: "404" } })),
    ).rejects.toMatchObject({ failure: { code: "recording_missing", isRetryable: false } });
});
