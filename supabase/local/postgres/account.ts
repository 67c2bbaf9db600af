import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { chown, lchown, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { PlainError } from "../message.ts";

/** How Postgres, which refuses to run as root, is run on this machine. */
export interface Account {
  /** Owner of the data folder on disk. */
  uid: number;
  gid: number;
  /** Drop to `uid` when spawning; otherwise `prefix` does what is needed. */
  drop: boolean;
  /** A program and its options that run the command after them under another identity. */
  prefix: string[];
}

interface SystemUser {
  uid: number;
  gid: number;
}

function findUser(name: string): SystemUser | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function addUser(): SystemUser | undefined {
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", "postgres"],
      {
        stdio: "ignore",
      },
    );
  } catch {
    // A machine without useradd, or with a read-only /etc: the account "nobody" serves as well.
  }
  return findUser("postgres");
}

function attempts(user: SystemUser): Account[] {
  const { uid, gid } = user;
  // Without the securebit, access(2) would answer as if the right to pass closed folders were not there.
  const keepFileAccess = [
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
  ];
  return [
    { uid, gid, drop: true, prefix: [] },
    {
      uid,
      gid,
      drop: false,
      prefix: ["setpriv", `--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...keepFileAccess],
    },
    { uid: 0, gid: 0, drop: false, prefix: ["unshare", "--user", `--map-user=${uid}`, `--map-group=${gid}`] },
  ];
}

/** Tries it for real: `initdb --show` looks for its own files and for `postgres`, and changes nothing. */
function works(account: Account, initdb: string, readable: string[], folder: string): boolean {
  const checks = [
    '[ "$(id -u)" != 0 ]',
    '"$1" --show --pgdata="$2/probe" >/dev/null 2>&1',
    '[ -w "$2" ]',
    'shift 2; for f; do [ -r "$f" ] || exit 1; done',
  ];
  const [command = "/bin/sh", ...args] = [...account.prefix, "/bin/sh"];
  const probe = spawnSync(
    command,
    [...args, "-c", checks.join(" && "), "probe", initdb, folder, ...readable],
    {
      cwd: "/",
      stdio: "ignore",
      ...(account.drop ? { uid: account.uid, gid: account.gid } : {}),
    },
  );
  return probe.status === 0;
}

/** Gives the whole folder to the account, where another one owned it (a checkout that moved, a first start). */
export async function giveFolder(folder: string, account: Account): Promise<void> {
  if ((await stat(folder)).uid === account.uid) return;
  for (const entry of await readdir(folder, { recursive: true }))
    await lchown(join(folder, entry), account.uid, account.gid);
  await chown(folder, account.uid, account.gid);
}

/**
 * Chooses how to run Postgres with its data in `folder` (which must exist). An ordinary user runs it as is. Root drops
 * to the system user `postgres`; where that user cannot reach the checkout (one under /root, for example), it keeps the
 * right to pass closed folders (setpriv), or root is mapped to it in a user namespace (unshare).
 * Throws a message for people when none of these is allowed here.
 */
export async function chooseAccount(initdb: string, readable: string[], folder: string): Promise<Account> {
  const uid = process.getuid?.() ?? 1;
  if (uid !== 0) return { uid, gid: process.getgid?.() ?? 1, drop: false, prefix: [] };
  if (!existsSync("/etc/passwd")) throw new PlainError(advice(folder));
  const user = findUser("postgres") ?? addUser() ?? findUser("nobody");
  for (const account of user ? attempts(user) : []) {
    await giveFolder(folder, account);
    if (works(account, initdb, readable, folder)) return account;
  }
  throw new PlainError(advice(folder));
}

function advice(folder: string): string {
  return (
    `Postgres does not run as root, and no other account of this machine can reach ${folder} and the checkout. ` +
    "Run the command as an ordinary user, or move the checkout to a folder that everybody may enter " +
    "(for example /srv/studio)."
  );
}
