import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { assertMimeType, parseSize, readProjectLimit, sizeLimit } from "./limits.ts";

describe("a size", () => {
  it("is read in decimal and binary units, and refused as anything else", () => {
    expect(["3B", "2KB", "20MB", "1.5GB", "50MiB", 7].map(parseSize)).toEqual([
      3, 2000, 20_000_000, 1_500_000_000, 52_428_800, 7,
    ]);
    for (const text of ["", "MB", "-1", "1 TB", "1e9"])
      expect(() => parseSize(text)).toThrow("Invalid file size");
  });

  it("of the project comes from config.toml, with the CLI's default", async () => {
    const folder = await mkdtemp(join(tmpdir(), "limits-"));
    const file = join(folder, "config.toml");
    expect(await readProjectLimit(file)).toBe(50 * 1024 * 1024);
    await writeFile(file, '[api]\nport = 1\n[storage]\nenabled = true\nfile_size_limit = "5MiB" # small\n');
    expect(await readProjectLimit(file)).toBe(5 * 1024 * 1024);
    await rm(folder, { recursive: true });
  });

  it("of a file is the lower of bucket and project, and nothing for a folder's placeholder", () => {
    const rules = { file_size_limit: 10, allowed_mime_types: null };
    expect(sizeLimit(rules, "a.png", 5)).toBe(5);
    expect(sizeLimit(rules, "a.png", 50)).toBe(10);
    expect(sizeLimit({ ...rules, file_size_limit: null }, "a.png", 50)).toBe(50);
    expect(sizeLimit(rules, "a/.emptyFolderPlaceholder", 50)).toBe(0);
  });
});

describe("a type", () => {
  const allow = (types: string[] | null) => ({ file_size_limit: null, allowed_mime_types: types });
  const passes = (type: string, types: string[] | null) => {
    try {
      assertMimeType(type, allow(types), "a");
      return true;
    } catch {
      return false;
    }
  };

  it("passes when the bucket names it, its family or nothing", () => {
    expect(passes("image/png", ["image/png"])).toBe(true);
    expect(passes("image/png", ["image/*"])).toBe(true);
    expect(passes("image/png", [])).toBe(true);
    expect(passes("image/png", null)).toBe(true);
  });

  it("is refused otherwise, parameters and odd forms included", () => {
    for (const type of ["image/jpeg", "png", "", "text/plain", "image/png;x=1", "imagex/png"])
      expect([type, passes(type, ["image/png"])]).toEqual([type, false]);
  });
});
