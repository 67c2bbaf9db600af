import { expect, it } from "vitest";
import { areVisible } from "../../supabase/local/realtime/replication/visible.ts";
import { database } from "../setup/stack.ts";

it("a transaction is seen when it has ended, and not while it runs", async () => {
  const sql = database();
  let number = 0;
  await sql.begin(async (transaction) => {
    const [row] = await transaction`select (pg_current_xact_id()::text::bigint & 4294967295)::int8 as xid`;
    number = Number(row?.xid);
    expect(await areVisible(sql, [number])).toBe(false);
    expect(await areVisible(sql, [number - 1, number])).toBe(false);
  });
  expect(await areVisible(sql, [number])).toBe(true);
});
