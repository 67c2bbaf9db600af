import { afterAll, describe, expect, it } from "vitest";
import { anonClient, newEducator, serviceClient } from "../setup/stack.ts";

const id = "bucket-test";
const service = serviceClient();

afterAll(async () => {
  await service.storage.emptyBucket(id);
  await service.storage.deleteBucket(id);
});

describe("buckets", () => {
  it("are made, shown, changed, emptied and deleted by the service", async () => {
    const { storage } = service;
    const options = { public: false, fileSizeLimit: "1MB", allowedMimeTypes: ["image/*"] };
    expect((await storage.createBucket(id, options)).data).toEqual({ name: id });
    expect((await storage.createBucket(id)).error).toMatchObject({ statusCode: "409" });
    expect((await storage.getBucket(id)).data).toMatchObject({
      id,
      name: id,
      public: false,
      type: "STANDARD",
      file_size_limit: 1_000_000,
      allowed_mime_types: ["image/*"],
      created_at: expect.stringMatching(/Z$/),
    });
    await storage.updateBucket(id, { public: true, fileSizeLimit: null });
    expect((await storage.getBucket(id)).data).toMatchObject({
      public: true,
      file_size_limit: null,
      allowed_mime_types: ["image/*"],
    });
    const found = await storage.listBuckets({ search: "BUCKET-t", sortColumn: "name", limit: 5 });
    expect(found.data?.map((bucket) => bucket.id)).toEqual([id]);

    await storage.from(id).upload("a.png", Buffer.from("a"), { contentType: "image/png" });
    expect((await storage.deleteBucket(id)).error).toMatchObject({
      statusCode: "409",
      message: "The bucket you tried to delete is not empty",
    });
    expect((await storage.emptyBucket(id)).error).toBeNull();
    expect((await storage.from(id).list()).data).toEqual([]);
    expect((await storage.deleteBucket(id)).error).toBeNull();
    expect((await storage.getBucket(id)).error).toMatchObject({
      statusCode: "404",
      message: "Bucket not found",
    });
  });

  it("are nobody else's business without a policy", async () => {
    await service.storage.createBucket(id);
    for (const { storage } of [anonClient(), (await newEducator()).client]) {
      expect((await storage.listBuckets()).data).toEqual([]);
      expect((await storage.getBucket(id)).error?.message).toBe("Bucket not found");
      expect((await storage.createBucket("mine")).error).toMatchObject({ code: "AccessDenied" });
      expect((await storage.updateBucket(id, { public: true })).error?.message).toBe("Bucket not found");
      expect((await storage.emptyBucket(id)).error?.message).toBe("Bucket not found");
      expect((await storage.deleteBucket(id)).error?.message).toBe("Bucket not found");
    }
  });

  it("need a decent name and decent limits", async () => {
    for (const name of ["a/b", " a", "ü", "x".repeat(101), ".."])
      expect((await service.storage.createBucket(name)).error).toMatchObject({ code: "InvalidBucketName" });
    const limit = await service.storage.createBucket("limits", { public: false, fileSizeLimit: "many" });
    expect(limit.error?.message).toContain("Invalid file size format");
    const types = await service.storage.createBucket("types", { public: false, allowedMimeTypes: ["png"] });
    expect(types.error).toMatchObject({ code: "InvalidMimeType" });
  });
});
