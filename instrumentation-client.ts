/**
 * Runs before anything else in the browser. Zod would try whether it may compile checks with `eval`, which the security
 * policy forbids and reports; it looks here for its settings.
 */
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });

export {};
