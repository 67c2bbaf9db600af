import { signInSchema } from "@/lib/account/schema";
import { signIn } from "@/lib/account/store";
import { defineRoute } from "@/lib/route";
import { createServerClient } from "@/lib/supabase/server";

export const POST = defineRoute({ for: "anyone", body: signInSchema }, async ({ body }) =>
  signIn(await createServerClient(), body),
);
