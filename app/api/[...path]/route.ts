import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";

/** Every address of the API that no other file answers: an error in the one shape that clients can read. */
const refuse = defineRoute({ for: "anyone" }, async ({ request }) => {
  throw new AppError("not_found", `There is no ${request.method} ${new URL(request.url).pathname}.`);
});

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
