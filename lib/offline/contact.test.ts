import { expect, it, vi } from "vitest";
import { shownUniverse } from "../../tests/fixtures/kept-universe.ts";
import { askForNews } from "./contact.ts";

const { plan } = shownUniverse();

function answering(answer: () => Response | Promise<Response>) {
  const studio = vi.fn(async (_path: string, _options: RequestInit) => answer());
  vi.stubGlobal("fetch", studio);
  return studio;
}

it("asks with the version that it has, and hears of nothing new or of the plan", async () => {
  const studio = answering(() => new Response(null, { status: 304 }));
  expect(await askForNews("animals", "1-b1")).toEqual({ kind: "same" });
  expect(studio.mock.calls[0]).toMatchObject([
    "/u/animals/files",
    { headers: { "if-none-match": '"1-b1"' } },
  ]);
  answering(() => Response.json(plan));
  expect(await askForNews("animals", plan.version)).toEqual({ kind: "same" });
  expect(await askForNews("animals", "0-b1")).toEqual({ kind: "plan", plan });
});

it("believes that a universe is gone from the studio alone, and nothing else that a network says", async () => {
  const problem = { status: 404, headers: { "content-type": "application/problem+json" } };
  answering(() => new Response("{}", problem));
  expect(await askForNews("animals")).toEqual({ kind: "gone" });
  const said = [
    () => new Response("<html>Sign in</html>", { status: 404 }),
    () => new Response("<html>Sign in</html>", { headers: { "content-type": "text/html" } }),
    () => Response.json({ hello: "world" }),
    () => new Response("{}", { ...problem, status: 503 }),
    () => Promise.reject(new TypeError("no network")),
  ];
  for (const answer of said) {
    answering(answer);
    expect(await askForNews("animals")).toEqual({ kind: "away" });
  }
});
