import { connection } from "next/server";
import { addressOf } from "@/lib/class/address";
import { codeLength, readCode } from "@/lib/class/code";
import { findRoom } from "@/lib/class/store";
import { AppError } from "@/lib/errors";
import { createServiceClient } from "@/lib/supabase/server";

/**
 * Where the form with the letters of a class goes: on to the class, or back. A redirect of its own, since one from within
 * a page keeps the document and its nonce, with which the styles of the next page would be refused.
 */
export async function GET(request: Request): Promise<Response> {
  await connection();
  const code = readCode(new URL(request.url).searchParams.get("code") ?? "");
  const location = await wayTo(code, request);
  return new Response(null, { status: 303, headers: { location, "cache-control": "no-store" } });
}

async function wayTo(code: string, request: Request): Promise<string> {
  if (code.length < codeLength) return `/class?code=${code}`;
  try {
    const room = await findRoom(createServiceClient(), code, addressOf(request.headers));
    return room ? `/class/${code}?key=${room.key}` : `/class?code=${code}`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "rate_limited") return `/class?code=${code}&wait=1`;
    if (error.code !== "database_unavailable") throw error;
    console.error(JSON.stringify({ level: "error", path: "/class/find", cause: String(error.cause ?? "") }));
    return `/class?code=${code}&away=1`;
  }
}
