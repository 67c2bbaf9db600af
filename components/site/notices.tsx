"use client";

import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef } from "react";
import { toasts } from "@/components/ui/toast";
import { readConsent, setConsent, takeQuestion } from "@/lib/notices/consent";
import { useRuns, useRunsLive } from "@/lib/notices/live";
import type { Ending, Run } from "@/lib/notices/runs";
import { openTabs } from "@/lib/notices/tabs";
import { useTabTitle } from "./tab-title";

/** Time to read it and to reach for it, in milliseconds. */
const lasts = 15_000;
const pageOf = (draftId: string) => `/drafts/${draftId}` as Route;
/** Whoever begins a universe here is led to it at once. */
const startPage = "/drafts/new";

/** Tells what has become of a universe to whoever is elsewhere, and on the tab how far it is. Shows nothing itself. */
export function Notices({ userId }: { userId: string }) {
  const t = useTranslations("notices");
  const locale = useLocale();
  const router = useRouter();
  const pathname = usePathname();
  const tabs = useRef<ReturnType<typeof openTabs>>(null);
  const unseen = useRef<Ending[]>([]);
  const shownToasts = useRef(new Map<string, string>());
  const runs = useRuns();
  const nameOf = ({ names, name }: Pick<Run, "names" | "name">) => names[locale] ?? name;
  const isHere = (draftId: string) =>
    pathname === pageOf(draftId) || pathname.startsWith(`${pageOf(draftId)}/`);

  const showToast = (ending: Ending) => {
    if (isHere(ending.draftId)) return;
    const toastId = toasts.add({
      title: t(`${ending.kind}.${ending.outcome}`, { name: nameOf(ending) }),
      type: ending.outcome === "done" ? "success" : ending.outcome === "failed" ? "error" : "info",
      timeout: lasts,
      actionProps: { children: t("open"), onClick: () => router.push(pageOf(ending.draftId)) },
    });
    shownToasts.current.set(toastId, ending.draftId);
  };
  const showOutside = (ending: Ending) => {
    if (readConsent() !== "on" || document.visibilityState === "visible") return;
    try {
      const notice = new Notification(t(`${ending.kind}.${ending.outcome}`, { name: nameOf(ending) }), {
        tag: ending.draftId,
        lang: locale,
        icon: "/apple-icon.png",
      });
      notice.onclick = () => {
        window.focus();
        router.push(pageOf(ending.draftId));
        notice.close();
      };
    } catch {
      // Browsers of phones show notices through service workers alone.
    }
  };

  /** Kindly, once on a device, and only who goes away while something is being made. */
  const ask = ({ kind }: Run) => {
    if (kind !== "make" || pathname === startPage) return;
    if (document.visibilityState !== "visible" || !takeQuestion()) return;
    toasts.add({
      title: t("ask.title"),
      description: t("ask.text"),
      timeout: lasts,
      actionProps: { children: t("ask.yes"), onClick: () => void setConsent(true) },
    });
  };

  useRunsLive(userId, {
    onBegin: (run) => {
      if (!isHere(run.draftId)) ask(run);
    },
    onEnd: (ending) => {
      const key = `${ending.draftId} ${ending.kind}`;
      if (document.visibilityState === "visible") {
        tabs.current?.sayTold(key);
        showToast(ending);
      } else {
        unseen.current.push(ending);
        tabs.current?.tellUnlessTold(key, () => showOutside(ending));
      }
    },
  });

  const handleReturn = useEffectEvent(() => {
    if (document.visibilityState !== "visible") return;
    for (const run of runs.values()) ask(run);
    for (const ending of unseen.current.splice(0)) showToast(ending);
  });
  // Talks to the other tabs, and to the browser about this one.
  useEffect(() => {
    const opened = openTabs();
    tabs.current = opened;
    document.addEventListener("visibilitychange", handleReturn);
    return () => {
      document.removeEventListener("visibilitychange", handleReturn);
      opened.close();
    };
  }, []);

  const format = useFormatter();
  const handleArrival = useEffectEvent(() => {
    for (const run of runs.values()) if (!isHere(run.draftId)) ask(run);
    for (const [toastId, draftId] of shownToasts.current) {
      if (!isHere(draftId)) continue;
      toasts.close(toastId);
      shownToasts.current.delete(toastId);
    }
  });
  // Asks on the way from one page to another, and takes away the news of what is seen now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the page is what the effect waits for
  useEffect(() => handleArrival(), [pathname]);

  const shown = [...runs.values()].find(({ draftId }) => isHere(draftId)) ?? [...runs.values()][0];
  useTabTitle(
    shown
      ? t("title", {
          progress: format.number(shown.progress / 100, { style: "percent" }),
          name: nameOf(shown),
        })
      : null,
  );
  return null;
}
