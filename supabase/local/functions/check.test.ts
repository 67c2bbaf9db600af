import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../config.ts";
import { checkFunctions } from "./check.ts";

const read = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8"));

describe("the packages of the Edge Functions", () => {
  it("are those of the app, in the same version, so that they are there without the network", () => {
    const { imports } = read("supabase/functions/deno.json") as { imports: Record<string, string> };
    const { dependencies } = read("package.json");
    for (const [specifier, address] of Object.entries(imports)) {
      const [, name = "", rest = ""] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [];
      // A whole folder of a package is written with a slash in front.
      expect(address.replace("npm:/", "npm:")).toBe(`npm:${name}@${dependencies[name]}${rest}`);
    }
  });
});

describe("deno check", () => {
  it("finds no fault in any function, offline", async () => {
    expect(await checkFunctions()).toEqual({ ok: true, output: "" });
  });
});
