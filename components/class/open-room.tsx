"use client";

import { EyeOff, Presentation, QrCode, TabletSmartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { Picture } from "@/components/ui/picture";
import { useOpenRoom } from "@/lib/class/mutations";
import { cn } from "@/lib/cn";
import { sizesOf } from "@/lib/universes/picture-sizes";

interface OpenRoomProps {
  slug: string;
  name: string;
  /** Of the first cards. */
  pictures: (string | null)[];
}

const tilts = ["-rotate-8 -mr-8", "z-10 -translate-y-2", "rotate-8 -ml-8"];
const points = [
  ["join", QrCode],
  ["lead", TabletSmartphone],
  ["private", EyeOff],
] as const;

/** What a class with this universe is like, and the button that begins one. */
export function OpenRoom({ slug, name, pictures }: OpenRoomProps) {
  const t = useTranslations("class.open");
  const router = useRouter();
  const problemText = useProblemText();
  const open = useOpenRoom();
  const handleOpen = () => open.mutate(slug, { onSuccess: ({ code }) => router.push(`/class/lead/${code}`) });
  return (
    <main className="mx-auto flex min-h-dvh max-w-xl flex-col items-center justify-center gap-6 px-5 py-8">
      <div aria-hidden="true" className="flex items-center">
        {pictures.map((url, at) =>
          url ? (
            <Picture
              key={url}
              src={url}
              srcSet={sizesOf(url)}
              sizes="9rem"
              alt=""
              className={cn(
                "size-28 rounded-3xl border-4 border-surface object-cover shadow-card sm:size-36",
                tilts[at],
              )}
            />
          ) : null,
        )}
      </div>
      <div className="text-center">
        <p className="font-bold text-berry">{t("title")}</p>
        <h1 className="text-4xl wrap-anywhere">{name}</h1>
        <p className="mt-2 text-ink-soft text-lg">{t("text")}</p>
      </div>
      <ul className="flex w-full flex-col gap-4 rounded-card border border-line bg-surface p-5 shadow-card">
        {points.map(([point, Sign]) => (
          <li key={point} className="flex items-center gap-4">
            <span className="grid size-12 shrink-0 place-items-center rounded-2xl bg-sun-wash text-sun-ink">
              <Sign aria-hidden="true" />
            </span>
            <span className="font-semibold">{t(point)}</span>
          </li>
        ))}
      </ul>
      {open.error ? (
        <p role="alert" className="text-center font-semibold text-danger">
          {t("failed")} {problemText(open.error)}
        </p>
      ) : null}
      <Button
        size="lg"
        busy={open.isPending || open.isSuccess}
        onClick={handleOpen}
        className="w-full text-xl sm:w-auto"
      >
        <Presentation aria-hidden="true" />
        {t("action")}
      </Button>
      <a href={`/u/${slug}`} className={buttonVariants({ variant: "quiet" })}>
        {t("back")}
      </a>
    </main>
  );
}
