import { spawn } from "node:child_process";
import { PlainError } from "../../message.ts";
import { addonFolder } from "./addon.ts";

/** Installs what the add-on's own lock file in `folder` names, without scripts. Throws a message for people. */
export async function installSpeech(folder = addonFolder): Promise<void> {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, all] = npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const child = spawn(command, all, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  const code = await new Promise((done) => {
    child.once("error", () => done(127));
    child.once("exit", done);
  });
  if (code !== 0)
    throw new PlainError(
      "npm could not install the voice (see above). Check the network and the disk, then try again.",
    );
}
