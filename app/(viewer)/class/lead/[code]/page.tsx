import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LeadDesk } from "@/components/class/lead/lead-desk";
import { RoomOver } from "@/components/class/lead/room-over";
import { readCode } from "@/lib/class/code";
import { listRooms } from "@/lib/class/store";
import { createServerClient } from "@/lib/supabase/server";
import { requireUser } from "@/lib/supabase/session";
import { readUniverse } from "@/lib/universes/public";
import { Providers } from "../../../../providers";

/** Who leads, and what the screens show now, come with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class.open"))("title"), robots: { index: false } };
}

/** Where a teacher leads a room, on any of their devices. */
export default async function LeadPage({ params }: PageProps<"/class/lead/[code]">) {
  const [{ code }, locale] = await Promise.all([params, getLocale()]);
  await requireUser(`/class/lead/${code}`);
  const { items } = await listRooms(await createServerClient());
  const room = items.find((one) => one.code === readCode(code));
  const universe = room && (await readUniverse(room.slug));
  if (!room || !universe)
    return (
      <Providers words="class">
        <RoomOver slug={null} />
      </Providers>
    );
  return (
    <Providers words="class">
      <LeadDesk
        room={room}
        name={universe.names[locale] ?? universe.name}
        cards={universe.assets}
        languages={universe.languages}
        language={universe.languages.includes(locale) ? locale : (universe.languages[0] ?? locale)}
      />
    </Providers>
  );
}
