import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readStackConfig, root } from "./config.ts";
import { startTicker } from "./cron/ticker.ts";
import { chooseModels, setProjectSecrets } from "./deploy.ts";
import { openKeyring } from "./keyring.ts";
import { createLog } from "./log.ts";
import { describeError } from "./message.ts";
import { startSender } from "./net/sender.ts";
import { connect } from "./postgres/prepare.ts";
import type { Service, StackContext } from "./service.ts";

interface Stoppable {
  stop(): Promise<void>;
}

const local = (path: string) => join(root, "supabase", "local", path);

async function load(path: string) {
  return existsSync(local(path)) ? import(pathToFileURL(local(path)).href) : undefined;
}

async function createServices(context: StackContext): Promise<Service[]> {
  const services: Service[] = [];
  for (const part of ["rest", "auth", "storage", "realtime", "functions"]) {
    const module = await load(`${part}/service.ts`);
    const create = module?.[`create${part[0]?.toUpperCase()}${part.slice(1)}Service`];
    if (create) services.push(await create(context));
    else context.log("stack", `part not there yet: ${part}`);
  }
  return services;
}

async function startParts(context: StackContext): Promise<Stoppable[]> {
  const { config, keys, sql, log } = context;
  await setProjectSecrets(sql, config, keys);
  await chooseModels(sql);
  const mail = await (await load("mail/server.ts"))?.startMail(config, log);
  const services = await createServices(context);
  const gateway = await (await load("gateway/server.ts"))?.createGateway(context, services);
  const sender = await startSender(context);
  const ticker = await startTicker(context);
  return [ticker, sender, gateway, ...services, mail].filter(Boolean);
}

async function main(): Promise<void> {
  const config = readStackConfig();
  const keys = await openKeyring(config.dataDir);
  const sql = connect(config.dbUrl, { max: 20 });
  const log = createLog();
  let parts: Stoppable[] = [];
  let isStopping = false;

  async function stop(): Promise<void> {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 7000).unref();
    for (const part of parts)
      await part.stop().catch((error) => log("stack", "stop failed", { error: String(error) }));
    await sql.end({ timeout: 2 });
    process.exit();
  }

  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);
  process.on("unhandledRejection", (error) =>
    log("stack", "unhandled rejection", { error: describeError(error) }),
  );
  process.on("uncaughtException", (error) =>
    log("stack", "uncaught exception", { error: describeError(error) }),
  );
  try {
    parts = await startParts({ config, keys, sql, log });
    process.send?.({ ready: true });
    log("stack", "ready", { url: config.apiUrl });
  } catch (error) {
    log("stack", "start failed", { error: describeError(error) });
    await new Promise((done) =>
      process.send ? process.send({ failed: describeError(error) }, done) : done(null),
    );
    process.exitCode = 1;
    await stop();
  }
}

await main();
