import { describe, expect, it } from "vitest";
import fc from "../../../tests/setup/properties.ts";
import { ApiError } from "./api-error.ts";
import { parseQuery } from "./parse-query.ts";
import { parseSelect } from "./parse-select.ts";
import { literal } from "./quote.ts";

const parse = (query: string) => parseQuery(new URLSearchParams(query));

describe("a select", () => {
  it("reads aliases, casts, JSON paths and quoted names", () => {
    expect(parseSelect('a,b:c::text,d->e->>"f,g",n:"odd, name"')).toEqual([
      { kind: "column", field: { column: "a", path: [] } },
      { kind: "column", field: { column: "c", path: [] }, cast: "text", alias: "b" },
      {
        kind: "column",
        field: {
          column: "d",
          path: [
            { arrow: "->", key: "e" },
            { arrow: "->>", key: "f,g" },
          ],
        },
      },
      { kind: "column", field: { column: "odd, name", path: [] }, alias: "n" },
    ]);
  });

  it("reads embeds with alias, hint, join and spread, as deep as they go", () => {
    const [first, second] = parseSelect("x:cards!fk!inner(id,...decks(name:title)),decks()");
    expect(first).toMatchObject({
      kind: "embed",
      embed: {
        target: "cards",
        alias: "x",
        hint: "fk",
        inner: true,
        spread: false,
        node: { items: [{ kind: "column" }, { kind: "embed", embed: { target: "decks", spread: true } }] },
      },
    });
    expect(second).toMatchObject({ kind: "embed", embed: { target: "decks", node: { items: [] } } });
  });

  it("refuses a cast that is more than a type's name, and aggregates that hosted projects switch off", () => {
    expect(() => parseSelect("a::text)from secrets;--")).toThrow(ApiError);
    expect(() => parseSelect("a::(select 1)")).toThrow(ApiError);
    expect(() => parseSelect("price.sum()")).toThrow("Use of aggregate functions is not allowed");
  });
});

describe("a query", () => {
  it("sends filters, order and limits to the level they name", () => {
    const root = parse(
      "select=id,cards(id,tags(word))&cards.tags.word=eq.a.b&cards.order=id.desc.nullslast&limit=2",
    );
    const cards = root.items[1];
    expect(root.limit).toBe(2);
    expect(cards).toMatchObject({
      embed: {
        node: {
          order: [{ field: { column: "id" }, descending: true, nulls: "last" }],
          items: [{}, { embed: { node: { where: [{ operator: "eq", value: "a.b" }] } } }],
        },
      },
    });
  });

  it("reads logic trees with quoted values and negations", () => {
    const { where } = parse('not.or=(a.eq."x,(y)",and(b.not.is.null,c.in.(1,2)))');
    expect(where).toMatchObject([
      {
        kind: "logic",
        operator: "or",
        negated: true,
        conditions: [
          { operator: "eq", value: "x,(y)" },
          {
            operator: "and",
            conditions: [
              { operator: "is", negated: true, value: "null" },
              { operator: "in", value: "(1,2)" },
            ],
          },
        ],
      },
    ]);
  });

  it("of any text at all is either understood or refused, never a crash", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (key, value) => {
        for (const name of ["select", "order", "or", "a", key]) {
          try {
            parseQuery(new URLSearchParams([[name, value]]));
          } catch (error) {
            expect(error).toBeInstanceOf(ApiError);
          }
        }
      }),
    );
  });
});

describe("a literal", () => {
  it("leaves no quote that could end it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const sql = literal(text).trim();
        const inside = sql.replace(/^E?'/, "").replace(/'$/, "");
        expect(inside.replaceAll("''", "").replaceAll("\\\\", "")).not.toMatch(/['\\]/);
      }),
    );
  });
});
