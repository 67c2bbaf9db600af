import { createAuthService } from "./auth/service.ts";
import { readStackConfig } from "./config.ts";
import { startTicker } from "./cron/ticker.ts";
import { chooseModels, setProjectSecrets } from "./deploy.ts";
import { createFunctionsService } from "./functions/service.ts";
import { createGateway } from "./gateway/server.ts";
import { openKeyring } from "./keyring.ts";
import { createLog } from "./log.ts";
import { startMail } from "./mail/server.ts";
import { describeError } from "./message.ts";
import { startSender } from "./net/sender.ts";
import { connect } from "./postgres/prepare.ts";
import { createRealtimeService } from "./realtime/service.ts";
import { createRestService } from "./rest/service.ts";
import type { Service, StackContext } from "./service.ts";
import { createStorageService } from "./storage/service.ts";

interface Stoppable {
  stop(): Promise<void>;
}

function createServices(context: StackContext): Promise<Service[]> {
  return Promise.all([
    createRestService(context),
    createAuthService(context),
    createStorageService(context),
    createRealtimeService(context),
    createFunctionsService(context),
  ]);
}

/** Starts every part, in an order in which none is asked before it is there. Gives them in the order to stop them. */
async function startParts(context: StackContext): Promise<Stoppable[]> {
  const { config, keys, sql, log } = context;
  await setProjectSecrets(sql, config, keys);
  await chooseModels(sql);
  const mail = await startMail(config, log);
  const services = await createServices(context);
  const gateway = await createGateway(context, services);
  const sender = await startSender(context);
  const ticker = await startTicker(context);
  return [ticker, sender, gateway, ...services, mail];
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
