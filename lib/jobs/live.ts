"use client";

import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { type StaffMessage, topics } from "../contract/topics.ts";
import { createFrameBatch } from "../realtime/frame-batch.ts";
import type { LiveState } from "../realtime/live-topic.ts";
import { createPace } from "../realtime/pace.ts";
import { createTopicSync } from "../realtime/topic-sync.ts";
import { useLiveTopic } from "../realtime/use-live-topic.ts";
import type { DashboardFilter } from "./filter.ts";
import { patchPage } from "./page-patch.ts";
import { type DashboardPage, jobKeys } from "./queries.ts";
import type { StaffJob } from "./schema.ts";
import { serverNow } from "./server-clock.ts";
import { concernsJob, patchTimeline } from "./timeline-patch.ts";
import type { JobTimeline } from "./timeline-schema.ts";

type Message = StaffMessage<StaffJob>;

/** What a person at the dashboard looks at. */
export interface DashboardView {
  filter: DashboardFilter;
  cursor: string | null;
  jobId: string | null;
}

interface DashboardLive {
  state: LiveState;
  /** How many jobs that fit came since an older page was opened. */
  arrived: number;
  /** Reads the list again soon; for what only time changes. */
  readList: () => void;
}

/** What messages do not tell is read again, at most this often. */
const readEveryMs = 2000;

/** Reads one query again and applies anew what was announced meanwhile, since the answer may be older. */
function createReader(
  client: QueryClient,
  key: () => readonly unknown[],
  apply: (messages: Message[]) => void,
) {
  const sync = createTopicSync<{ sequence: null; messages: Message[] }>({
    apply: ({ messages }) => apply(messages),
    refetch: () => client.refetchQueries({ queryKey: key(), exact: true }, { throwOnError: true }),
  });
  return {
    receive: (messages: Message[]) => sync.receive({ sequence: null, messages }),
    read: sync.resync,
  };
}

/**
 * Keeps the dashboard equal to the database, for support and admin: rows are patched once per frame, statistics and
 * the open timeline are read again at most every two seconds after messages, and nothing is read while none come.
 */
export function useDashboardLive(view: DashboardView, isBusy: boolean): DashboardLive {
  const client = useQueryClient();
  const [batch] = useState(() => createFrameBatch<Message>());
  const [arrivals, setArrivals] = useState<{ place: string; ids: string[] }>({ place: "", ids: [] });
  const list = useRef<{ ask: () => void } | null>(null);
  const pageKey = jobKeys.page(view.filter, view.cursor);
  const place = pageKey.join(" ");

  const patchList = useEffectEvent((messages: Message[]) => {
    const page = client.getQueryData<DashboardPage>(pageKey);
    // The first reading of a page may be older than the message that overtook it.
    if (!page) return list.current?.ask();
    const isNewest = view.cursor === null;
    const patched = patchPage(page, messages, { filter: view.filter, isNewest, now: serverNow() });
    client.setQueryData<DashboardPage>(pageKey, patched.page);
    if (patched.isIncomplete) list.current?.ask();
    if (patched.arrived.length > 0)
      setArrivals((known) => ({
        place,
        ids: [...new Set([...(known.place === place ? known.ids : []), ...patched.arrived])],
      }));
  });
  const patchOpenJob = useEffectEvent((messages: Message[]) => {
    if (!view.jobId || !concernsJob(messages, view.jobId)) return false;
    client.setQueryData<JobTimeline>(
      jobKeys.timeline(view.jobId),
      (timeline) => timeline && patchTimeline(timeline, messages),
    );
    return true;
  });
  const keyOfPage = useEffectEvent(() => pageKey);
  const keyOfJob = useEffectEvent(() => jobKeys.timeline(view.jobId ?? ""));

  // Hands messages on, a frame's worth at a time, and follows them up with readings of what they do not tell.
  useEffect(() => {
    const page = createReader(
      client,
      () => keyOfPage(),
      (messages) => patchList(messages),
    );
    const read = (queryKey: readonly unknown[]) => client.refetchQueries({ queryKey, exact: true });
    const paces = {
      list: createPace(readEveryMs, page.read),
      statistics: createPace(readEveryMs, () => read(jobKeys.statistics)),
      timeline: createPace(readEveryMs, () => read(keyOfJob())),
    };
    list.current = paces.list;
    const close = batch.open((messages) => {
      page.receive(messages);
      if (patchOpenJob(messages)) paces.timeline.ask();
      paces.statistics.ask();
    });
    return () => {
      close();
      for (const pace of Object.values(paces)) pace.stop();
    };
  }, [client, batch]);

  const shown = useRef(place);
  // Messages patch the page that is looked at, so one that somebody comes back to has missed some.
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    if (client.getQueryData(keyOfPage())) list.current?.ask();
  }, [client, place]);

  const state = useLiveTopic<Message>({
    topic: topics.adminJobs,
    onChange: batch.add,
    refetch: () => client.refetchQueries({ queryKey: jobKeys.all, type: "active" }, { throwOnError: true }),
    isBusy,
  });
  return {
    state,
    arrived: arrivals.place === place ? arrivals.ids.length : 0,
    readList: () => list.current?.ask(),
  };
}
