import { registerSchema } from "@/lib/account/schema";
import { register } from "@/lib/account/store";
import { defineRoute } from "@/lib/route";
import { createServerClient } from "@/lib/supabase/server";

export const POST = defineRoute({ for: "anyone", body: registerSchema, status: 201 }, async ({ body }) =>
  register(await createServerClient(), body),
);
