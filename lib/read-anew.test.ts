import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it, vi } from "vitest";
import { readAnew } from "./read-anew.ts";

it("shows what is true now, also where the first reading began before the change and ends after it", async () => {
  const client = new QueryClient();
  const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  let asked = 0;
  const queryKey = ["words"];
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => answers[asked++]?.promise ?? "none",
  });
  const stop = observer.subscribe(() => {});
  const anew = readAnew(client, queryKey);
  await vi.waitFor(() => expect(asked).toBe(2), 60_000);
  answers[1]?.resolve("after the change");
  await anew;
  answers[0]?.resolve("before the change");
  await answers[0]?.promise;
  expect(client.getQueryData(queryKey)).toBe("after the change");
  stop();
});
