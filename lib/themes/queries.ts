import { queryOptions } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";
import type { ThemeTemplate } from "./schema.ts";

/** The words and the colour with which a theme begins. They change with a release of the studio alone. */
export const themeQuery = (key: string) =>
  queryOptions({
    queryKey: ["theme", key],
    queryFn: ({ signal }) => requestJson<ThemeTemplate>(`/api/themes/${encodeURIComponent(key)}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
