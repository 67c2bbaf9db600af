"use client";

import { useTranslations } from "next-intl";
import { UniverseVersions } from "@/components/versions/kept-versions";
import { genres, moods } from "@/lib/contract/music";
import { MakeButton } from "./make-button";
import { MusicPlayer } from "./music-player";
import { OlderNotice } from "./older-notice";
import { PromptField } from "./prompt-field";
import { RadioChips } from "./radio-chips";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";
import { useChoice } from "./use-choice";

/** The chip that leaves it to the theme. */
const any = "any";

/** The music of the universe: heard, wished for, and as it was before. */
export function MusicPart() {
  const { draft, canEdit, onBroken } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tVersions = useTranslations("versions");
  const asTheme = { value: any, label: t("asTheme") } as const;
  const mood = useChoice("music_mood", (value) => (value ? t(`moods.${value}`) : t("asTheme")));
  const genre = useChoice("music_genre", (value) => (value ? t(`genres.${value}`) : t("asTheme")));
  const isOlder = draft.stale.includes("music");
  return (
    <>
      <Section title={t("music")}>
        {draft.music_url ? (
          <MusicPlayer key={draft.music_path} url={draft.music_url} onBroken={onBroken} />
        ) : (
          <p className="rounded-3xl bg-sunken px-4 py-5 text-center text-ink-soft">{t("noMusic")}</p>
        )}
      </Section>
      {canEdit ? (
        <>
          <Section title={t("wish")} hint={t("wishHint")}>
            <RadioChips
              legend={t("mood")}
              chips={[asTheme, ...moods.map((value) => ({ value, label: t(`moods.${value}`) }))]}
              chosen={mood.value ?? any}
              onChange={(value) => void mood.choose(value === any ? null : value)}
            />
            {mood.notice}
            <RadioChips
              legend={t("genre")}
              chips={[asTheme, ...genres.map((value) => ({ value, label: t(`genres.${value}`) }))]}
              chosen={genre.value ?? any}
              onChange={(value) => void genre.choose(value === any ? null : value)}
            />
            {genre.notice}
            <PromptField piece="music" />
            {isOlder ? <OlderNotice>{t("older.music")}</OlderNotice> : null}
            <MakeButton
              piece="music"
              label={t(draft.music_path ? "makeAgain.music" : "make.music")}
              isFirst={isOlder || !draft.music_path}
            />
          </Section>
          <Section title={tVersions("title")}>
            <UniverseVersions draft={draft} name={t("music")} piece="music" />
          </Section>
        </>
      ) : (
        <PromptField piece="music" />
      )}
    </>
  );
}
