import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import { getMessages, getTranslations } from "next-intl/server";
import { badgeKinds } from "@/components/class/badges";
import { ClassDoor } from "@/components/class/class-door";
import { ClassScreen } from "@/components/class/class-screen";
import { Backdrop } from "@/components/viewer/backdrop";
import { addressOf } from "@/lib/class/address";
import { codeLength, readCode } from "@/lib/class/code";
import type { Entered } from "@/lib/class/schema";
import { enterRoom, findRoom } from "@/lib/class/store";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createServiceClient } from "@/lib/supabase/server";
import { readUniverse } from "@/lib/universes/public";
import { viewerProps } from "../../deck";

/** What the screens show now comes with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class.open"))("title"), robots: { index: false } };
}

/**
 * Lets a screen in: by the key that was scanned, or that its letters led to; else by the letters in the address, which is
 * the door with its limits. Null when there is no such class, "busy" when too many wrong letters were tried.
 */
async function comeIn(code: string, key: unknown): Promise<Entered | "busy" | null> {
  const studio = createServiceClient();
  const entered = typeof key === "string" && (await enterRoom(studio, key));
  if (entered && entered.code === code) return entered;
  if (code.length < codeLength) return null;
  try {
    const room = await findRoom(studio, code, addressOf(await headers()));
    return room && (await enterRoom(studio, room.key));
  } catch (error) {
    if (error instanceof AppError && error.code === "rate_limited") return "busy";
    throw error;
  }
}

/** Any of the badges; it is kept nowhere, so a screen that comes again may be another animal. */
async function anyBadge(): Promise<number> {
  await connection();
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return chance % badgeKinds;
}

export default async function ClassPage({ params, searchParams }: PageProps<"/class/[code]">) {
  const [{ code: written }, { key }] = await Promise.all([params, searchParams]);
  const code = readCode(written);
  const room = await comeIn(code, key);
  if (room === "busy") return <ClassDoor code={code} said="busy" />;
  const universe = room && (await readUniverse(room.slug));
  if (!room || !universe) return <ClassDoor code="" said="over" />;
  const [messages, list, deck, badge] = await Promise.all([
    getMessages(),
    headers(),
    viewerProps({ universe }),
    anyBadge(),
  ]);
  const { supabaseUrl, publishableKey } = env();
  return (
    <>
      <Backdrop
        color={universe.background_color}
        cards={universe.assets}
        nonce={list.get("x-nonce") ?? undefined}
      />
      <ClassScreen
        room={room}
        badge={badge}
        classWords={messages.class.screen}
        animals={messages.class.animals}
        supabaseUrl={supabaseUrl}
        publishableKey={publishableKey}
        deck={deck}
      />
    </>
  );
}
