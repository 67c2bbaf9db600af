"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { UniverseVersions } from "@/components/versions/kept-versions";
import { type Genre, genres, type Mood, moods } from "@/lib/contract/music";
import { themeQuery } from "@/lib/themes/queries";
import { draftVersionsQuery } from "@/lib/versions/queries";
import { MakeButton } from "./make-button";
import { MusicPlayer } from "./music-player";
import { OlderNotice } from "./older-notice";
import { PromptField } from "./prompt-field";
import { RadioChips } from "./radio-chips";
import { Section } from "./section";
import { useOpenedUniverse } from "./universe-editing";

/** The music of the universe: heard, wished for, and as it was before. */
export function MusicPart() {
  const { draft, canEdit, onBroken } = useOpenedUniverse();
  const t = useTranslations("universePanel");
  const tVersions = useTranslations("versions");
  const [mood, setMood] = useState<Mood | "any">("any");
  const [genre, setGenre] = useState<Genre | "any">("any");
  const isOlder = useIsOlder();
  const any = { value: "any", label: t("asTheme") } as const;
  const wishes = {
    ...(mood === "any" ? {} : { mood }),
    ...(genre === "any" ? {} : { genre }),
  };
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
              chips={[any, ...moods.map((value) => ({ value, label: t(`moods.${value}`) }))]}
              chosen={mood}
              onChange={setMood}
            />
            <RadioChips
              legend={t("genre")}
              chips={[any, ...genres.map((value) => ({ value, label: t(`genres.${value}`) }))]}
              chosen={genre}
              onChange={setGenre}
            />
            <PromptField piece="music" />
            {isOlder ? <OlderNotice>{t("older.music")}</OlderNotice> : null}
            <MakeButton
              piece="music"
              label={t(draft.music_path ? "makeAgain.music" : "make.music")}
              options={{ music: wishes }}
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

/** Whether the music was made from other words than those that count now. */
function useIsOlder(): boolean {
  const { draft } = useOpenedUniverse();
  const { data: theme } = useQuery(themeQuery(draft.template));
  const { data: versions } = useQuery(draftVersionsQuery(draft.id, "music", draft.music_path));
  const words = draft.music_prompt ?? theme?.music_prompt;
  const current = versions?.items.find(({ is_current }) => is_current);
  return Boolean(words && current && current.seed !== null && current.prompt !== words);
}
