import { runStudio } from "./start.ts";

/** `npm run dev`: as `npm start`, with pages and functions that follow the sources. */
export function run(): Promise<number> {
  return runStudio("dev", { FUNCTIONS_RELOAD: "1" });
}
