import { describe, expect, it } from "vitest";
import { splitStatements } from "./statements.ts";

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text);

describe("splitting a migration into statements", () => {
  it("keeps semicolons inside strings, comments and dollar quotes", () => {
    const sql = `select ';' as a, ';''' as b;
-- not here;
/* nor /* here; */ ; */
create function f() returns void language plpgsql as $body$ begin perform 1; end $body$;
select E'it\\'s; fine', $$ a;b $$, "odd;name" from t`;
    expect(texts(sql)).toEqual([
      "select ';' as a, ';''' as b",
      "create function f() returns void language plpgsql as $body$ begin perform 1; end $body$",
      `select E'it\\'s; fine', $$ a;b $$, "odd;name" from t`,
    ]);
  });

  it("keeps a begin atomic body whole, with a case expression in it", () => {
    const body =
      "create function f(a int) returns int begin atomic select case when a > 1 then 2 else 3 end; select 4; end";
    expect(texts(`${body}; select 5;`)).toEqual([body, "select 5"]);
  });

  it("leaves a plain begin and commit as statements of their own", () => {
    expect(texts("begin; select 1; commit;")).toEqual(["begin", "select 1", "commit"]);
  });

  it("does not take parameters or identifiers with a dollar for quotes", () => {
    expect(texts("select $1, a$b$c; select 2")).toEqual(["select $1, a$b$c", "select 2"]);
  });

  it("names the line on which each statement begins", () => {
    const lines = splitStatements("-- purpose\n\nselect 1;\n\n-- why\nselect\n  2;\n").map(
      ({ line }) => line,
    );
    expect(lines).toEqual([3, 6]);
  });

  it("finds nothing in a file of comments", () => {
    expect(texts("-- one\n/* two */\n;;\n")).toEqual([]);
  });
});
