import { print, printControl } from "./report.ts";
import { readSizes } from "./sizes.ts";
import { openChaosStack } from "./stack.ts";
import { runWebhooks, takeOutFences } from "./webhooks/run-webhooks.ts";

const sizes = readSizes({ deliveries: 10_000, seed: 1 });
await using stack = await openChaosStack();
const passed = print(await runWebhooks(stack, sizes));
const few = { ...sizes, deliveries: 300 };
const isProvenBySecret = printControl(await runWebhooks(stack, { ...few, forgerKnowsSecret: true }));
await takeOutFences(stack.sql);
const isProvenByFence = printControl(await runWebhooks(stack, few));
process.exitCode = passed && isProvenBySecret && isProvenByFence ? 0 : 1;
