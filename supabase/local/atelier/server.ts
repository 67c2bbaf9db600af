import { join } from "node:path";
import { readStackConfig } from "../config.ts";
import { openKeyring } from "../keyring.ts";
import { type Atelier, startAtelier } from "./atelier.ts";

function write(message: string, detail: Record<string, unknown> = {}): void {
  process.stderr.write(`${JSON.stringify({ part: "atelier", message, ...detail })}\n`);
}

async function start(): Promise<Atelier> {
  const config = readStackConfig();
  const keys = await openKeyring(config.dataDir);
  return startAtelier({
    dataDir: join(config.dataDir, "atelier"),
    port: config.modelsPort,
    webhookSecret: keys.webhookSecret,
    allowFaults: process.env.ATELIER_FAULTS === "1",
    log: write,
  });
}

function explain(error: NodeJS.ErrnoException): string {
  if (error.code !== "EADDRINUSE") return `The Atelier could not start: ${error.message}`;
  return `Port ${readStackConfig().modelsPort} is taken by another program. Stop it or set MODELS_PORT.`;
}

try {
  const atelier = await start();
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await atelier.stop();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // A parent that opened a channel to us and is gone without a word takes us with it.
  process.on("disconnect", stop);
  write("ready", { url: atelier.url });
  process.send?.({ ready: true, url: atelier.url });
} catch (error) {
  process.stderr.write(`${explain(error as NodeJS.ErrnoException)}\n`);
  process.exit(1);
}
