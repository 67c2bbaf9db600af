import type { Metadata } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { badgeKinds } from "@/components/class/badges";
import { ClassDoor } from "@/components/class/class-door";
import { ClassScreen } from "@/components/class/class-screen";
import { Backdrop } from "@/components/viewer/backdrop";
import type { ViewerProps } from "@/components/viewer/types";
import { codeLength, readCode } from "@/lib/class/code";
import { findRoom } from "@/lib/class/store";
import { type Language, languages } from "@/lib/contract/languages";
import { env } from "@/lib/env";
import { createPublicClient } from "@/lib/supabase/server";
import { readUniverse } from "@/lib/universes/public";
import { Deck } from "../../deck";

/** What the screens show now comes with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class.open"))("title"), robots: { index: false } };
}

/** The words of the viewer in all languages, since they change with the language of the cards. */
async function viewerWords(): Promise<ViewerProps["words"]> {
  const all = languages.map(async (code) => [code, (await getMessages({ locale: code })).viewer] as const);
  return Object.fromEntries(await Promise.all(all)) as ViewerProps["words"];
}

/** Any of the badges; it is kept nowhere, so a screen that comes again may be another animal. */
async function anyBadge(): Promise<number> {
  await connection();
  const [chance = 0] = crypto.getRandomValues(new Uint32Array(1));
  return chance % badgeKinds;
}

export default async function ClassPage({ params }: PageProps<"/class/[code]">) {
  const code = readCode((await params).code);
  const room = code.length === codeLength ? await findRoom(createPublicClient(), code) : null;
  const universe = room && (await readUniverse(room.slug));
  if (!room || !universe) return <ClassDoor code="" said="over" />;
  const [locale, messages, words, list, badge] = await Promise.all([
    getLocale(),
    getMessages(),
    viewerWords(),
    headers(),
    anyBadge(),
  ]);
  const language: Language = universe.languages.includes(locale) ? locale : (universe.languages[0] ?? locale);
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
        name={universe.names[language] ?? universe.name}
        cards={universe.assets}
        languages={universe.languages}
        language={language}
        words={words}
      >
        <Deck universe={universe} />
      </ClassScreen>
    </>
  );
}
