import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { OpenRoom } from "@/components/class/open-room";
import { requireUser } from "@/lib/supabase/session";
import { readUniverse } from "@/lib/universes/public";
import { Providers } from "../../../../providers";

/** Who asks comes with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class.open"))("title"), robots: { index: false } };
}

/** Where a teacher opens a room for a published universe. */
export default async function OpenRoomPage({ params }: PageProps<"/class/open/[slug]">) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  await requireUser(`/class/open/${slug}`);
  const universe = await readUniverse(slug);
  if (!universe) notFound();
  return (
    <Providers words="class">
      <OpenRoom
        slug={universe.slug}
        name={universe.names[locale] ?? universe.name}
        pictures={universe.assets.slice(0, 3).map(({ image_url }) => image_url)}
      />
    </Providers>
  );
}
