import { postgresChangesFilter } from "@supabase/supabase-js";
import { expect, test } from "vitest";
import { conditionSql, InvalidFilter, parseFilter } from "./filter.ts";

test("what supabase-js builds is understood, with reserved characters in values", () => {
  const filter = postgresChangesFilter()
    .eq("name", 'a,b "c" \\ (d)')
    .in("kind", ["x,y", "z"])
    .not("gone_at", "is", null)
    .like("title", "%fox%")
    .build();
  expect(parseFilter(filter)).toEqual([
    { column: "name", isNegated: false, operator: "eq", values: ['a,b "c" \\ (d)'] },
    { column: "kind", isNegated: false, operator: "in", values: ["x,y", "z"] },
    { column: "gone_at", isNegated: true, operator: "is", values: ["null"] },
    { column: "title", isNegated: false, operator: "like", values: ["%fox%"] },
  ]);
});

test("an empty filter has no conditions", () => {
  expect(parseFilter("")).toEqual([]);
});

test.each(["name", "name=eq", "name=near.x", "name=in.x", "name=is.maybe", 'name=eq."x', "a=eq.1,b"])(
  "%s is refused",
  (text) => {
    expect(() => parseFilter(text)).toThrow(InvalidFilter);
  },
);

test("values never become part of the SQL text", () => {
  const [condition] = parseFilter(`name=eq."x'); drop table t; --"`);
  const values: string[] = [];
  const sql = condition && conditionSql(condition, "v", "text", (value) => `$${values.push(value)}`);
  expect(sql).toBe("(v = ($1::text)::text)");
  expect(values).toEqual(["x'); drop table t; --"]);
});
