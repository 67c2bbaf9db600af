import { afterEach, describe, expect, it } from "vitest";
import { database, stack } from "../setup/stack.ts";

afterEach(async () => {
  await database()`delete from vault.secrets where name like 'test-%'`;
});

describe("the vault", () => {
  it("gives a secret back and keeps it unreadable in its table", async () => {
    const sql = database();
    const [made] = await sql`select vault.create_secret('schlüssel', 'test-one', 'why') as id`;
    const [stored] = await sql`select * from vault.secrets where id = ${made?.id}`;
    expect(stored?.secret).not.toContain("schl");
    expect(Buffer.from(stored?.secret, "base64").toString("latin1")).not.toContain("schl");
    const [read] =
      await sql`select decrypted_secret, description from vault.decrypted_secrets where name = 'test-one'`;
    expect(read).toEqual({ decrypted_secret: "schlüssel", description: "why" });
  });

  it("changes only what an update names", async () => {
    const sql = database();
    const [made] = await sql`select vault.create_secret('old', 'test-two', 'kept') as id`;
    await sql`select vault.update_secret(${made?.id}, 'new')`;
    const [read] =
      await sql`select name, decrypted_secret, description from vault.decrypted_secrets where id = ${made?.id}`;
    expect(read).toEqual({ name: "test-two", decrypted_secret: "new", description: "kept" });
    await expect(sql`select vault.create_secret('x', 'test-two')`).rejects.toThrow(/duplicate key/);
  });

  it("holds what a hosted deploy sets by hand", async () => {
    const rows = await database()`select name, decrypted_secret from vault.decrypted_secrets
      where name in ('project_url', 'worker_key') order by name`;
    const { apiUrl, secretKey } = stack().status;
    expect(rows.map((row) => [row.name, row.decrypted_secret])).toEqual([
      ["project_url", apiUrl],
      ["worker_key", secretKey],
    ]);
  });

  it("is closed to people who use the API", async () => {
    for (const role of ["anon", "authenticated"]) {
      const look = database().begin(async (sql) => {
        await sql`select set_config('role', ${role}, true)`;
        return sql`select * from vault.decrypted_secrets`;
      });
      await expect(look).rejects.toThrow(/permission denied/);
    }
  });
});
