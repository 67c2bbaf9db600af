import { afterAll, vi } from "vitest";

// Files share a worker, so none may leave to the next what it put in place of the world's own.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
