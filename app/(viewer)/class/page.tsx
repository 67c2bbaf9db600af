import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Hills } from "@/components/brand/hills";
import { LogoMark } from "@/components/brand/logo-mark";
import { CodeEntry } from "@/components/class/code-entry";
import { codeLength, readCode } from "@/lib/class/code";
import { findRoom } from "@/lib/class/store";
import { createPublicClient } from "@/lib/supabase/server";

/** The letters come with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class.enter"))("title"), robots: { index: false } };
}

const saidId = "class-said";

export default async function EnterPage({ searchParams }: PageProps<"/class">) {
  const [{ code: typed, over }, t] = await Promise.all([searchParams, getTranslations("class.enter")]);
  const code = readCode(typeof typed === "string" ? typed : "");
  if (code.length === codeLength && over === undefined) {
    const room = await findRoom(createPublicClient(), code);
    if (room) redirect(`/class/${room.code}`);
  }
  const said = over === undefined ? (code ? t("unknown") : null) : t("over");
  return (
    <main className="relative flex min-h-dvh flex-col items-center overflow-hidden px-5 pt-3 pb-32">
      <LogoMark className="size-14 animate-sway sm:size-20" />
      <h1 className="text-center text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-1 mb-3 text-center text-ink-soft sm:mb-5 sm:text-lg">{t("text")}</p>
      {said ? (
        <p id={saidId} role="alert" className="mb-4 text-center font-bold text-danger text-lg">
          {said}
        </p>
      ) : null}
      <CodeEntry
        first={over === undefined ? code : ""}
        words={{ code: t("code"), erase: t("erase"), go: t("go") }}
        saidId={said ? saidId : undefined}
      />
      <Hills className="absolute inset-x-0 bottom-0 -z-10" />
    </main>
  );
}
