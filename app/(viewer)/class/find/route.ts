import { connection } from "next/server";
import { codeLength, readCode } from "@/lib/class/code";
import { findRoom } from "@/lib/class/store";
import { createPublicClient } from "@/lib/supabase/server";

/**
 * Where the form with the letters of a class goes: on to the class, or back. A redirect of its own, since one from within
 * a page keeps the document and its nonce, with which the styles of the next page would be refused.
 */
export async function GET(request: Request): Promise<Response> {
  await connection();
  const code = readCode(new URL(request.url).searchParams.get("code") ?? "");
  const room = code.length === codeLength ? await findRoom(createPublicClient(), code) : null;
  const location = room ? `/class/${room.code}` : `/class?code=${code}`;
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}
