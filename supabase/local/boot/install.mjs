import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const machine = `${process.platform}-${process.arch}`;
const stampOf = (root) => join(root, "node_modules", ".studio-machine");

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}

/**
 * Why the packages must be installed, or undefined when node_modules is what package-lock.json asks for. npm keeps in
 * node_modules/.package-lock.json what it really installed; optional packages of other machines may be missing there.
 */
export function needsInstall(root) {
  const installedFile = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedFile)) return "first start";
  const stamp = stampOf(root);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") !== machine)
    return "node_modules is from another machine";
  const wanted = readJson(join(root, "package-lock.json")).packages;
  const installed = readJson(installedFile).packages;
  for (const [path, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (path === "" || version === undefined) continue;
    const found = installed[path];
    if (!found && (optional || devOptional || peer)) continue;
    if (found?.version !== version) return "package-lock.json has changed";
  }
  return undefined;
}

function countPackages(root) {
  try {
    return readdirSync(join(root, "node_modules")).length;
  } catch {
    return 0;
  }
}

function npmCommand(args) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith(".js") ? [process.execPath, [npm, ...args]] : ["npm", args];
}

/**
 * `npm ci` wants every optional package of every platform in the lock file, and npm leaves out those that the registry
 * in use did not have. `npm install --no-save` then installs the same versions and changes no file.
 */
function chooseArguments(root) {
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  const [command, args] = npmCommand(["ci", "--dry-run", ...quiet]);
  const trial = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  const lockLacksPackages = trial.status !== 0 && /EUSAGE/.test(trial.stderr);
  return lockLacksPackages ? ["install", "--no-save", ...quiet] : ["ci", ...quiet];
}

/** Installs what package-lock.json asks for and says how it goes. Resolves to whether it succeeded. */
export function install(root, reason) {
  const since = Date.now();
  const elapsed = () => `${Math.round((Date.now() - since) / 1000)} s`;
  process.stderr.write(`  … Installing packages (${reason}; this takes a minute or two)\n`);
  const [command, args] = npmCommand(chooseArguments(root));
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  const report = setInterval(() => {
    process.stderr.write(`  … Installing packages (${elapsed()}, ${countPackages(root)} folders so far)\n`);
  }, 10_000);
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => child.kill(signal));
  return new Promise((done) => {
    const end = (succeeded, message) => {
      clearInterval(report);
      process.stderr.write(message);
      if (succeeded) writeFileSync(stampOf(root), machine);
      done(succeeded);
    };
    child.on("error", (error) => end(false, `npm could not be started: ${error.message}\n`));
    child.on("exit", (code) => {
      if (code === 0) end(true, `  ✓ Packages installed in ${elapsed()}\n`);
      else
        end(
          false,
          "npm could not install the packages (see above). Check the network and the disk, then try again.\n",
        );
    });
  });
}
