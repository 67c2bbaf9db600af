import { randomUUID } from "node:crypto";
import { type Caller, call, sql } from "./studio.ts";

/** Somebody with an account of their own, made for one test. */
export interface Person extends Caller {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** Signs up a fresh educator, so that tests do not meet in the same rows. */
export async function newEducator(name = "Nora"): Promise<Person> {
  const account = {
    email: `${name.toLowerCase()}-${randomUUID()}@studio.test`,
    password: "five-little-fish",
  };
  const { user, session } = await call<{ user: { id: string }; session: { access_token: string } }>(
    null,
    "POST",
    "/api/register",
    { ...account, name },
  );
  return { ...account, name, id: user.id, accessToken: session.access_token };
}

/** Signs up somebody who works for the studio. */
export async function newStaff(role: "support" | "admin"): Promise<Person> {
  const person = await newEducator(role === "support" ? "Sol" : "Ada");
  await sql`update public.user_roles set role = ${role} where user_id = ${person.id}`;
  return person;
}
