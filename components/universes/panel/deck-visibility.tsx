"use client";

import { Globe, Link2, Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Draft } from "@/lib/drafts/schema";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { useChoice } from "./use-choice";

type Visibility = Draft["visibility"];

const signs = { private: Lock, unlisted: Link2, public: Globe } as const;
const choices = ["private", "unlisted", "public"] as const satisfies readonly Visibility[];

/** Who may see the universe once it is published; the owner says so. */
export function DeckVisibility() {
  const { draft } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const name = useId();
  const { value, choose, notice } = useChoice("visibility", (one) => t(`visibility.${one}.name`));
  return (
    <Section title={t("who")} hint={t(draft.release === null ? "whoLater" : "whoNow")}>
      {draft.my_role === "owner" ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="sr-only">{t("who")}</legend>
          {choices.map((visibility) => (
            <label
              key={visibility}
              className="flex min-h-14 cursor-pointer items-center gap-3 rounded-2xl border border-line px-4 py-2 has-checked:border-leaf has-checked:bg-leaf-wash has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
            >
              <input
                type="radio"
                name={name}
                checked={visibility === value}
                onChange={() => void choose(visibility)}
                className="sr-only"
              />
              <Meaning visibility={visibility} />
            </label>
          ))}
        </fieldset>
      ) : (
        <p className="flex items-center gap-3">
          <Meaning visibility={value} />
        </p>
      )}
      {notice}
    </Section>
  );
}

function Meaning({ visibility }: { visibility: Visibility }) {
  const t = useTranslations("universePanel.visibility");
  const Sign = signs[visibility];
  return (
    <>
      <Sign aria-hidden="true" className="size-6 shrink-0 text-ink-soft" />
      <span className="flex flex-col leading-snug">
        <span className="font-bold">{t(`${visibility}.name`)}</span>
        <span className="text-ink-soft text-sm">{t(`${visibility}.text`)}</span>
      </span>
    </>
  );
}
