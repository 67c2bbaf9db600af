import { createServer } from "node:net";
import type { StackConfig } from "./config.ts";
import { PlainError } from "./message.ts";

/** A port that the stack needs, and how to choose another. */
export interface NeededPort {
  port: number;
  variable: string;
  what: string;
}

/** Every port of a stack; the mail server takes the two from `MAIL_PORT` on. */
export function neededPorts(config: StackConfig): NeededPort[] {
  return [
    { port: config.studioPort, variable: "PORT", what: "the studio" },
    { port: config.apiPort, variable: "SUPABASE_PORT", what: "the API" },
    { port: config.dbPort, variable: "SUPABASE_DB_PORT", what: "the database" },
    { port: config.modelsPort, variable: "MODELS_PORT", what: "the models" },
    { port: config.mailPort, variable: "MAIL_PORT", what: "the mail inbox" },
    { port: config.mailPort + 1, variable: "MAIL_PORT", what: "incoming mail (MAIL_PORT + 1)" },
  ];
}

function tryPort(port: number, host: string): Promise<string | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => done(error.code ?? "unknown"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => done(undefined)));
  });
}

async function refusalOf(port: number): Promise<string | undefined> {
  const refusals = await Promise.all(["127.0.0.1", "::1"].map((host) => tryPort(port, host)));
  return refusals.find((code) => code === "EADDRINUSE" || code === "EACCES");
}

/** Whether nobody listens on this port of this machine now. */
export async function isFreePort(port: number): Promise<boolean> {
  return (await refusalOf(port)) === undefined;
}

function refuseDoubles(ports: NeededPort[]): void {
  for (const [at, one] of ports.entries()) {
    const other = ports.slice(at + 1).find(({ port }) => port === one.port);
    if (other)
      throw new PlainError(
        `Port ${one.port} is asked for twice: for ${one.what} (${one.variable}) and for ${other.what} (${other.variable}). ` +
          "Give each its own.",
      );
  }
}

/** Throws one message for people when a port is taken, forbidden or asked for twice. */
export async function requireFreePorts(ports: NeededPort[]): Promise<void> {
  refuseDoubles(ports);
  for (const { port, variable, what } of ports) {
    const code = await refusalOf(port);
    if (code === "EACCES")
      throw new PlainError(
        `Port ${port}, for ${what}, is not allowed to this user. Choose one above 1023: ${variable}=...`,
      );
    if (code)
      throw new PlainError(
        `Port ${port} is in use, and ${what} needs it. Stop the program that listens there, or choose another port ` +
          `with ${variable}, for example: ${variable}=${port < 65000 ? port + 100 : port - 100} npm start`,
      );
  }
}

/** Whether a stack could start on these ports now. */
export async function portsAreFree(ports: NeededPort[]): Promise<boolean> {
  return requireFreePorts(ports).then(
    () => true,
    () => false,
  );
}
