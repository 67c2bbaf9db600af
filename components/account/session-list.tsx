"use client";

import { useQuery } from "@tanstack/react-query";
import { LogOut, Monitor, Smartphone } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { toasts } from "@/components/ui/toast";
import { browserName, isHandheld } from "@/lib/account/browser-name";
import { authProblem } from "@/lib/account/mutations";
import { sessionListQuery } from "@/lib/account/queries";
import { useSignOutElsewhere } from "@/lib/account/settings-mutations";
import type { SessionList as Sessions } from "@/lib/account/settings-schema";
import { ownZone } from "@/lib/i18n/own-zone";
import { Unread } from "./unread";

/** More than these are counted only. */
const shown = 6;

/** Where I am signed in, and the way out of all but here. */
export function SessionList() {
  const t = useTranslations("accountPage.sessions");
  const tError = useTranslations("authErrors");
  const { data, error, refetch, isFetching } = useQuery(sessionListQuery());
  const signOut = useSignOutElsewhere();
  if (!data && error) return <Unread error={error} onRetry={refetch} busy={isFetching} />;
  if (!data) return <Skeleton className="h-32 rounded-2xl" />;

  const handleSignOut = () =>
    signOut.mutate(undefined, {
      onSuccess: () => toasts.add({ title: t("done"), type: "success" }),
      onError: (problem) => toasts.add({ title: tError(authProblem(problem)), type: "error" }),
    });
  return (
    <>
      <ul className="flex flex-col divide-y divide-line">
        {data.items.slice(0, shown).map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {data.total > shown ? (
        <p className="text-ink-soft">{t("more", { count: data.total - shown })}</p>
      ) : null}
      {data.items.some(({ is_current }) => !is_current) ? (
        <Button variant="danger" className="self-start" busy={signOut.isPending} onClick={handleSignOut}>
          <LogOut aria-hidden="true" />
          {t("signOut")}
        </Button>
      ) : (
        <p className="text-ink-soft">{t("alone")}</p>
      )}
    </>
  );
}

function SessionRow({ session }: { session: Sessions["items"][number] }) {
  const t = useTranslations("accountPage.sessions");
  const format = useFormatter();
  const { browser, system } = browserName(session.user_agent);
  const Icon = isHandheld(system) ? Smartphone : Monitor;
  const name = browser && system ? t("on", { browser, system }) : (browser ?? system ?? t("unknown"));
  const used = format.dateTime(new Date(session.used_at), {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: ownZone(),
  });
  return (
    <li className="flex items-center gap-3 py-3">
      <span className="grid size-11 shrink-0 place-items-center rounded-2xl bg-sunken">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere font-bold">{name}</p>
        <p className="text-ink-soft text-sm">{t("used", { moment: used })}</p>
      </div>
      {session.is_current ? <Badge tone="leaf">{t("here")}</Badge> : null}
    </li>
  );
}
