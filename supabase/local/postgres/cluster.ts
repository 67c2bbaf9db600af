import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PlainError } from "../message.ts";
import type { Account } from "./account.ts";
import type { Binaries } from "./binaries.ts";

const initdbFlags = [
  "--username=postgres",
  "--auth=scram-sha-256",
  "--encoding=UTF8",
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--no-instructions",
];

/** Runs one program under the account and gives back its outcome. */
function runAs(account: Account, command: string, args: string[]) {
  const [program = command, ...rest] = [...account.prefix, command, ...args];
  const identity = account.drop ? { uid: account.uid, gid: account.gid } : {};
  return spawnSync(program, rest, {
    cwd: "/",
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    ...identity,
  });
}

async function ownedFile(file: string, text: string, account: Account): Promise<void> {
  await writeFile(file, text, { mode: 0o600 });
  if (process.getuid?.() === 0) await chown(file, account.uid, account.gid);
}

/**
 * Makes the database cluster on the first start, with password `postgres` for the superuser and a random key for the
 * vault. It is made beside its place and moved there when complete, so that an interrupted first start leaves nothing
 * half made. Returns whether it was made now.
 */
export async function ensureCluster(binaries: Binaries, account: Account, folder: string): Promise<boolean> {
  if (existsSync(join(folder, "PG_VERSION"))) return false;
  const fresh = join(folder, "new");
  const passwordFile = join(
    account.uid === process.getuid?.() ? tmpdir() : folder,
    `pw-${randomBytes(6).toString("hex")}`,
  );
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) await chown(fresh, account.uid, account.gid);
  await ownedFile(passwordFile, "postgres\n", account);
  try {
    const made = runAs(account, binaries.initdb, [
      `--pgdata=${fresh}`,
      `--pwfile=${passwordFile}`,
      ...initdbFlags,
    ]);
    if (made.status !== 0)
      throw new PlainError(
        `Postgres could not make its data folder ${folder}:\n${made.stderr || made.error}`,
      );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await ownedFile(join(fresh, "vault.key"), randomBytes(32).toString("hex"), account);
  return moveInto(fresh, folder);
}

async function moveInto(fresh: string, folder: string): Promise<boolean> {
  const place = `${folder}.made`;
  await rm(place, { recursive: true, force: true });
  await rename(fresh, place);
  await rm(folder, { recursive: true, force: true });
  await rename(place, folder);
  await chmod(folder, 0o700);
  return true;
}
