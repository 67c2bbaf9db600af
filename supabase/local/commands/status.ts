import { readStackConfig } from "../config.ts";
import { PlainError } from "../message.ts";
import { findRunning } from "../run-file.ts";

/** `npm run status [-- --json]`: where the running stack listens, and its keys. Fails when none runs. */
export async function run(args: string[]): Promise<number> {
  const { dataDir } = readStackConfig();
  const record = findRunning(dataDir);
  if (!record?.status)
    throw new PlainError(
      record
        ? `The studio on ${dataDir} is still starting.`
        : `No studio runs on the data folder ${dataDir}. Start it with "npm start".`,
    );
  const answer = await fetch(record.status.apiUrl, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined,
  );
  if (!answer)
    throw new PlainError(`The studio's process lives, but ${record.status.apiUrl} does not answer.`);
  if (args.includes("--json")) console.log(JSON.stringify(record.status, null, 2));
  else for (const [name, value] of Object.entries(record.status)) console.log(`${name.padEnd(16)}${value}`);
  return 0;
}
