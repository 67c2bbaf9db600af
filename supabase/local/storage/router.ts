import type { Handler } from "./call.ts";
import { invalidRequest } from "./errors.ts";
import { assertBucketName } from "./names.ts";
import { routes } from "./routes.ts";

interface Match {
  handler: Handler;
  operation: string;
  bucket: string;
  key: string;
}

const compiled = routes.map(([methods, path, operation, handler]) => ({
  methods: methods.split(" "),
  pattern: new RegExp(`^${path.replace(":bucket", "(?<bucket>[^/]+)").replace("*", "(?<key>.*)")}/?$`),
  operation,
  handler,
}));

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw invalidRequest("The path is not valid percent-encoding");
  }
}

/** Finds the route of a path under `/storage/v1`. Undefined for none; throws 400 for a path that names nothing legal. */
export function match(method: string, path: string): Match | undefined {
  for (const { methods, pattern, operation, handler } of compiled) {
    const found = methods.includes(method) ? pattern.exec(path) : null;
    if (!found) continue;
    const { bucket = "", key = "" } = found.groups ?? {};
    const name = decode(bucket);
    if (bucket !== "") assertBucketName(name);
    return { handler, operation, bucket: name, key: decode(key) };
  }
  return undefined;
}
