"use client";

import { Play, QrCode } from "lucide-react";
import { useTranslations } from "next-intl";
import { LiveBadge } from "@/components/drafts/live-badge";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { toasts } from "@/components/ui/toast";
import { useRoomLive, useScreensHere } from "@/lib/class/live";
import { useLeadRoom } from "@/lib/class/mutations";
import type { Room } from "@/lib/class/schema";
import type { Language } from "@/lib/contract/languages";
import { useSupabase } from "@/lib/supabase/browser";
import type { Card } from "@/lib/universes/schema";
import { badgeKinds } from "../badges";
import { useWakeLock } from "../use-wake-lock";
import { CardStrip } from "./card-strip";
import { EndClass } from "./end-class";
import { EndsAt } from "./ends-at";
import { LeadStage } from "./lead-stage";
import { ModeChoice } from "./mode-choice";
import { RoomOver } from "./room-over";
import { ScreensHere } from "./screens-here";
import { useLeadKeys } from "./use-lead-keys";
import { WayIn } from "./way-in";

interface LeadDeskProps {
  room: Room;
  name: string;
  cards: Card[];
  languages: Language[];
  language: Language;
}

/** From here a teacher leads all screens of a room; whatever is done on another device of theirs shows here too. */
export function LeadDesk({ room: first, name, cards, languages, language: begin }: LeadDeskProps) {
  const t = useTranslations("class.lead");
  const problemText = useProblemText();
  const supabase = useSupabase();
  const { room, state, learn } = useRoomLive(supabase, first);
  const badges = useScreensHere(supabase, room, badgeKinds);
  const { wish, lead } = useLeadRoom(first.code, {
    onRoom: learn,
    onProblem: (error) => toasts.add({ title: t("failed"), description: problemText(error), type: "error" }),
  });
  useWakeLock();

  const shown = { ...(room ?? first), ...wish };
  const language = shown.language ?? begin;
  const index = cards.findIndex(({ id }) => id === shown.card_id);
  const card = cards[index];
  const goTo = (place: number) => {
    const next = cards[place];
    return next && (() => lead({ card_id: next.id }));
  };
  const handleBegin = () => cards[0] && lead({ card_id: cards[0].id, mode: "led" });
  const [previous, next] = [goTo(index - 1), card ? goTo(index + 1) : handleBegin];
  useLeadKeys({
    previous,
    next,
    led: () => lead({ mode: "led" }),
    eyes: () => lead({ mode: shown.mode === "eyes" ? "led" : "eyes" }),
    free: () => lead({ mode: "free" }),
  });

  if (!room) return <RoomOver slug={first.slug} />;
  return (
    <div className="mx-auto grid min-h-dvh max-w-[110rem] grid-cols-[minmax(0,1fr)] grid-rows-[auto_1fr] gap-3 p-3 sm:p-5 lg:h-dvh lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_minmax(0,1fr)] lg:gap-5 board:grid-cols-[minmax(0,1fr)_24rem]">
      <header className="flex items-center gap-2 lg:col-span-2">
        <h1 className="min-w-0 flex-1 truncate text-xl sm:text-2xl">{t("title", { name })}</h1>
        <LiveBadge state={state} />
        <Dialog>
          <DialogTrigger
            render={
              <Button variant="secondary" size="sm" aria-label={t("join")} className="max-sm:px-2.5">
                <QrCode aria-hidden="true" />
                <span className="max-lg:sr-only">{t("join")}</span>
                <span data-count className="lg:hidden">
                  {badges.length}
                </span>
              </Button>
            }
          />
          <DialogContent
            title={t("joinTitle")}
            closeLabel={t("close")}
            className="sm:w-[min(60rem,calc(100vw-3rem))] board:w-[min(88rem,calc(100vw-3rem))]"
          >
            <WayIn room={first} isBig>
              <ScreensHere badges={badges} isBig />
            </WayIn>
          </DialogContent>
        </Dialog>
        <EndClass code={first.code} onEnd={() => learn(null)} />
      </header>
      <main className="flex min-h-0 min-w-0 flex-col gap-3">
        {card ? (
          <>
            <LeadStage
              card={card}
              place={index + 1}
              total={cards.length}
              language={language}
              languages={languages}
              onLanguage={(next) => lead({ language: next })}
              isEyes={shown.mode === "eyes"}
              onPrevious={previous}
              onNext={next}
            />
            <CardStrip
              cards={cards}
              index={index}
              language={language}
              languages={languages}
              onChoose={(card_id) => lead({ card_id })}
            />
          </>
        ) : (
          <section className="grid flex-1 place-items-center">
            <WayIn room={first} isBig>
              <ScreensHere badges={badges} isBig />
              <Button size="lg" onClick={handleBegin} className="text-2xl">
                <Play aria-hidden="true" className="fill-current" />
                {t("begin")}
              </Button>
            </WayIn>
          </section>
        )}
      </main>
      <aside className="flex flex-col gap-5 *:shrink-0 lg:min-h-0 lg:overflow-y-auto lg:rounded-card lg:border lg:border-line lg:bg-surface lg:p-5 lg:shadow-card">
        <ModeChoice mode={shown.mode} onChange={(mode) => lead({ mode })} />
        {/* Thirty screens that speak at once are a choir. */}
        <Switch
          label={t("sound")}
          hint={t("soundHint")}
          isOn={shown.has_sound}
          onChange={(has_sound) => lead({ has_sound })}
        />
        {card ? (
          <div className="hidden flex-col gap-5 lg:flex">
            <ScreensHere badges={badges} />
            <WayIn room={first} />
          </div>
        ) : null}
        <div className="mt-auto flex flex-col gap-1 text-ink-soft text-sm">
          <p className="pointer-coarse:hidden">{t("keys")}</p>
          <EndsAt iso={room.expires_at} />
        </div>
      </aside>
    </div>
  );
}
