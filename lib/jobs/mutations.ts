"use client";

import { useMutation } from "@tanstack/react-query";
import { requestJson } from "../problem.ts";

/** Stops a request of a draft; the cards that are made already stay. The draft's channel tells what came of it. */
export function useCancelJob() {
  return useMutation({
    mutationFn: (jobId: string) => requestJson<unknown>(`/api/jobs/${jobId}`, { method: "DELETE" }),
  });
}
