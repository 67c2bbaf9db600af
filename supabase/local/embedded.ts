import { setPriority } from "node:os";
import { join } from "node:path";
import { type Environment, root, type StackConfig } from "./config.ts";
import { openKeyring } from "./keyring.ts";
import { lastLines, PlainError } from "./message.ts";
import { prepareDatabase } from "./postgres/prepare.ts";
import { startPostgres } from "./postgres/server.ts";
import { type Progress, silent } from "./progress.ts";
import { type Claim, type StackStatus, statusOf } from "./run-file.ts";
import { type Child, launch } from "./supervisor.ts";

/** The embedded stack of this process: Postgres, the services behind the gateway, the models. */
export interface EmbeddedStack {
  config: StackConfig;
  status: StackStatus;
  /** Settles when a part ended by itself, with the message to show. */
  broken: Promise<PlainError>;
  stop(): Promise<void>;
}

/** How the embedded stack starts. */
export interface EmbeddedOptions {
  claim: Claim;
  progress?: Progress;
  /** Added to the environment of the services and the models. */
  env?: Environment;
}

/** The environment that makes `readStackConfig` of a child give this configuration. */
export function configEnvironment(config: StackConfig): Environment {
  return {
    PORT: String(config.studioPort),
    SUPABASE_PORT: String(config.apiPort),
    SUPABASE_DB_PORT: String(config.dbPort),
    MODELS_PORT: String(config.modelsPort),
    MAIL_PORT: String(config.mailPort),
    STUDIO_DATA_DIR: config.dataDir,
  };
}

type StackMessage = { ready: true } | { failed: string };

/**
 * Where the C library gives each thread a heap of its own (glibc), threads that draw pictures leave these half empty:
 * with two heaps the Atelier takes a third less memory.
 */
const thrifty: Environment = { MALLOC_ARENA_MAX: "2" };

function launchScript(path: string, config: StackConfig, logName: string, extra: Environment = {}): Child {
  return launch({
    command: process.execPath,
    args: ["--disable-warning=ExperimentalWarning", join(root, path)],
    cwd: root,
    env: { ...process.env, ...configEnvironment(config), ...extra },
    logFile: join(config.dataDir, "logs", `${logName}.log`),
    ipc: true,
  });
}

async function untilReady(child: Child, what: string, logFile: string): Promise<void> {
  const message = new Promise<StackMessage>((done) =>
    child.process.once("message", (value) => done(value as StackMessage)),
  );
  const outcome = await Promise.race([message, child.exited]);
  if ("ready" in outcome) return;
  await child.stop();
  const reason = "failed" in outcome ? outcome.failed : `it ended (${outcome.signal ?? outcome.code})`;
  throw new PlainError(`${what} could not start: ${reason}\n\nIts log: ${logFile}`);
}

async function untilAnswering(child: Child, url: string, what: string, logFile: string): Promise<void> {
  const until = Date.now() + 60_000;
  while (child.running() && Date.now() < until) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  await child.stop();
  throw new PlainError(`${what} could not start:\n${lastLines(logFile, 12)}\n\nIts log: ${logFile}`);
}

/**
 * Starts the embedded stack step by step: Postgres, migrations and seed, services, models. What was started before a
 * step failed is stopped again. Throws a message for people.
 */
export async function startEmbedded(config: StackConfig, options: EmbeddedOptions): Promise<EmbeddedStack> {
  const { claim, progress = silent, env } = options;
  const children: { name: string; child: Child }[] = [];
  let isStopping = false;
  let announceBroken: (error: PlainError) => void = () => {};
  const broken = new Promise<PlainError>((done) => {
    announceBroken = done;
  });
  const logOf = (name: string) => join(config.dataDir, "logs", `${name}.log`);

  function keep(name: string, child: Child): Child {
    children.push({ name, child });
    claim.addProcess(name, child.pid);
    child.exited.then(({ code, signal }) => {
      if (!isStopping)
        announceBroken(
          new PlainError(`The part "${name}" ended by itself (${signal ?? code}). Its log: ${logOf(name)}`),
        );
    });
    return child;
  }

  async function stop(): Promise<void> {
    isStopping = true;
    for (const { child } of children.reverse()) await child.stop();
  }

  try {
    await progress.step("Postgres", async () => keep("postgres", await startPostgres(config)));
    await progress.step(
      "Migrations",
      () => prepareDatabase(config.dbUrl),
      ({ migrations, seeded }) =>
        migrations.length > 0 ? `${migrations.length} applied${seeded ? ", seeded" : ""}` : "nothing new",
    );
    await progress.step("Services", async () => {
      const services = keep("stack", launchScript("supabase/local/stack.ts", config, "stack", env));
      await untilReady(services, "The services", logOf("stack"));
    });
    await progress.step("Models", async () => {
      const models = keep(
        "models",
        launchScript("supabase/local/atelier/server.ts", config, "models", { ...env, ...thrifty }),
      );
      setPriority(models.pid, 10);
      await untilAnswering(models, config.modelsUrl, "The models", logOf("models"));
    });
    const status = statusOf(config, await openKeyring(config.dataDir));
    return { config, status, broken, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
