import { describe, expect, it } from "vitest";
import { draftListQuerySchema } from "./schema.ts";
import { isFiltered, readDraftView, writeDraftView } from "./view.ts";

const read = (query: string) => readDraftView(new URLSearchParams(query));

describe("the address of a list", () => {
  it.each([
    "",
    "search=c%C3%B4te+%26+%C3%AEle",
    "status=failed%2Cready&theme=any%2Cjungle&sort=name",
    "search=100%25&sort=oldest",
  ])("comes back as it was written: %s", (query) => {
    expect(writeDraftView(read(query)).toString()).toBe(query);
  });

  it("is the same for the same wish, in whatever order it was made", () => {
    const one = writeDraftView(read("sort=newest&theme=jungle,any&status=ready&status=failed,ready"));
    expect(one.toString()).toBe("status=failed%2Cready&theme=any%2Cjungle");
  });

  it("may hold nonsense, which counts for nothing", () => {
    expect(read("status=lost,ready&theme=%27%3B--,jungle&sort=size&search=%20%00&page=7")).toEqual({
      status: ["ready"],
      theme: ["jungle"],
      sort: "newest",
    });
    expect(read(`search=${"x".repeat(101)}`)).toEqual({ sort: "newest" });
  });

  it("leaves drafts out when it searches or filters, not when it sorts", () => {
    expect(
      [read("sort=name"), read("search=a"), read("status=ready"), read("theme=any")].map(isFiltered),
    ).toEqual([false, true, true, true]);
  });
});

describe("the query of the API", () => {
  const parse = (query: unknown) => draftListQuerySchema.safeParse(query);

  it("takes lists with commas or as repeated keys, and an empty search for none", () => {
    expect(parse({ status: "ready,failed", theme: ["any", "jungle"], search: "" }).data).toEqual({
      skip: 0,
      limit: 50,
      status: ["ready", "failed"],
      theme: ["any", "jungle"],
      sort: "newest",
    });
    expect(parse({}).data).toEqual({ skip: 0, limit: 50, sort: "newest" });
  });

  it.each([
    { status: "lost" },
    { status: "" },
    { theme: "Jungle!" },
    { sort: "size" },
    { search: "x".repeat(101) },
    { language: "la" },
    { limit: "0" },
  ])("refuses what it does not know: %j", (query) => {
    expect(parse(query).success).toBe(false);
  });
});
