import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClassDoor } from "@/components/class/class-door";
import { readCode } from "@/lib/class/code";

/** The letters come with the request. */
export const instant = false;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("class.enter"))("title"), robots: { index: false } };
}

export default async function ClassDoorPage({ searchParams }: PageProps<"/class">) {
  const { code: typed, wait, away } = await searchParams;
  const code = readCode(typeof typed === "string" ? typed : "");
  return <ClassDoor code={code} said={wait ? "busy" : away ? "away" : code ? "unknown" : null} />;
}
