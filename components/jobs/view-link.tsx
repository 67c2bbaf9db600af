"use client";

import type { ComponentProps, MouseEvent } from "react";
import type { DashboardFilter } from "@/lib/jobs/filter";
import { writeJobFilter } from "@/lib/jobs/filter";
import { setFilter } from "./use-view";

/** A link to other jobs of this page: it loads nothing but the list, and can be opened in a tab of its own. */
export function ViewLink({ filter, ...props }: { filter: DashboardFilter } & ComponentProps<"a">) {
  const search = writeJobFilter(filter).toString();
  const handleClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    setFilter(filter);
  };
  return <a href={search ? `/admin?${search}` : "/admin"} onClick={handleClick} {...props} />;
}
