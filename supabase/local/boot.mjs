// The door of every npm script. Runs on the machine's own Node (20 or newer) before anything is installed: brings
// node_modules up to date, then hands over to studio.ts on the Node version that this project brings along.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { watchAncestors } from "./boot/ancestors.mjs";
import { install, needsInstall } from "./boot/install.mjs";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 20 || (major === 20 && minor < 6)) {
  console.error(
    `Node ${process.versions.node} is too old. MagikSwipe Studio needs Node 20.6 or newer to begin.`,
  );
  process.exit(1);
}
if (!existsSync(join(root, "package-lock.json"))) {
  console.error(`${root} has no package-lock.json, so this is not a complete checkout.`);
  process.exit(1);
}

const reason = needsInstall(root);
if (reason && !(await install(root, reason))) process.exit(1);

const own = join(root, "node_modules", "node", "bin", "node");
const node = existsSync(own) ? own : process.execPath;
if (node === process.execPath && major < 24) {
  const wanted = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).devDependencies.node;
  console.error(
    `Node ${wanted} (npm package "node") is not installed. Run "npm ci", with install scripts allowed.`,
  );
  process.exit(1);
}

const studio = spawn(
  node,
  [
    "--disable-warning=ExperimentalWarning",
    join(root, "supabase", "local", "studio.ts"),
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: ["inherit", "inherit", "inherit", "ipc"] },
);
const forward = (signal) => studio.kill(signal);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => forward(signal));
const unwatch = watchAncestors(() => forward("SIGTERM"));
studio.on("error", (error) => {
  console.error(`The studio could not be started with ${node}: ${error.message}`);
  process.exit(1);
});
studio.on("exit", (code, signal) => {
  unwatch();
  process.exit(code ?? (signal === "SIGINT" ? 130 : 1));
});
