import { openLanes } from "./lanes.ts";
import { openMemory } from "./memory.ts";
import { openOnce } from "./once.ts";
import { bytesOf, type SealedPage } from "./seal.ts";

/** What is at an address: a universe, and a word that changes with everything that is shown of it; or its newer address. */
export type Found = { kind: "shown"; mark: string } | { kind: "moved"; slug: string } | { kind: "none" };

export type Answer = { kind: "page"; page: SealedPage } | Exclude<Found, { kind: "shown" }>;

interface Sources {
  /** Asks the database. Throws while it is away. */
  find: (slug: string) => Promise<Found>;
  /** Makes the page of a universe, in one of the variants. Throws when that fails. */
  render: (slug: string, variant: string) => Promise<SealedPage>;
  /** Milliseconds. */
  now?: () => number;
}

interface Seen {
  found: Found;
  askedAt: number;
  /** The database did not answer: until then nobody is kept waiting for it again. */
  quietUntil: number;
}

/** The database tells of every change; what it says may get lost, or reach another server. Milliseconds. */
const trusted = { shown: 15_000, moved: 15_000, none: 10_000 };
/** Older than `trusted` and younger than this, a page is shown once more while the database is asked. */
const stillShown = 60_000;
/** While the database is away, what was seen before stays for a day. */
const kept = 86_400_000;

const maxPageBytes = 64_000_000;
/** So many universes are remembered, and so many addresses without one, which somebody may just try. */
const maxAddresses = 5000;

/**
 * Pages that everybody sees alike, in the memory of this process. Each is made once for each variant, and again when something of it has
 * changed: `forget` says so at once, and the database is asked from time to time. However many addresses are asked for that
 * nobody has, few questions are under way at once; `read` throws `Busy` when too many wait, and as `find` does for a page never seen.
 */
export function openPages({ find, render, now = Date.now }: Sources) {
  const [seenShown, seenElse] = [openMemory<Seen>(maxAddresses), openMemory<Seen>(maxAddresses)];
  const pages = openMemory<SealedPage>(maxPageBytes);
  const [askOnce, renderOnce] = [openOnce<Found>(), openOnce<SealedPage>()];
  const [askInTurn, renderInTurn] = [openLanes(8, 200), openLanes(2, 50)];
  /** How often an address was forgotten, so that an answer from before is not taken for one from after. */
  const turns = new Map<string, number>();
  const turnOf = (slug: string) => turns.get(slug) ?? 0;

  const recall = (slug: string) => seenShown.get(slug) ?? seenElse.get(slug);
  function drop(slug: string): void {
    seenShown.drop(slug);
    seenElse.drop(slug);
  }
  function remember(slug: string, what: Seen): void {
    drop(slug);
    (what.found.kind === "shown" ? seenShown : seenElse).set(slug, what, 1);
  }

  const ask = (slug: string) =>
    askOnce(`${slug} ${turnOf(slug)}`, () =>
      askInTurn(async () => {
        const turn = turnOf(slug);
        const found = await find(slug);
        if (turn !== turnOf(slug)) return find(slug);
        remember(slug, { found, askedAt: now(), quietUntil: 0 });
        return found;
      }),
    );

  async function look(slug: string): Promise<Found> {
    const [last, turn] = [recall(slug), turnOf(slug)];
    if (!last) return ask(slug);
    const age = now() - last.askedAt;
    if (age < trusted[last.found.kind] || now() < last.quietUntil) return last.found;
    if (last.found.kind === "shown" && age < stillShown) {
      ask(slug).catch(() => {});
      return last.found;
    }
    return ask(slug).catch((error) => {
      // What was forgotten meanwhile may be hidden by now.
      if (age > kept || last.found.kind !== "shown" || turn !== turnOf(slug)) throw error;
      remember(slug, { ...last, quietUntil: now() + trusted.shown });
      return last.found;
    });
  }

  function make(slug: string, variant: string, mark: string): Promise<SealedPage> {
    const name = `${slug} ${variant} ${mark}`;
    return renderOnce(`${name} ${turnOf(slug)}`, () =>
      renderInTurn(async () => {
        const turn = turnOf(slug);
        const page = await render(slug, variant);
        // Whoever publishes meanwhile is not shown under the name of what was there before.
        const after = await find(slug).catch(() => null);
        const isSame = after?.kind === "shown" && after.mark === mark;
        if (isSame && turn === turnOf(slug)) pages.set(name, page, bytesOf(page));
        return page;
      }),
    );
  }

  return {
    /** What is at this address, as far as anybody has to ask for it. */
    look,
    async read(slug: string, variant: string): Promise<Answer> {
      const found = await look(slug);
      if (found.kind !== "shown") return found;
      const page = pages.get(`${slug} ${variant} ${found.mark}`) ?? (await make(slug, variant, found.mark));
      return { kind: "page", page };
    },
    /** Something of this address has changed: what is known of it counts no more. */
    forget(slug: string): void {
      turns.set(slug, turnOf(slug) + 1);
      drop(slug);
    },
  };
}
export type Pages = ReturnType<typeof openPages>;
