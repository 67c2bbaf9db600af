import { openLanes } from "./lanes.ts";
import { openMemory } from "./memory.ts";
import { openOnce } from "./once.ts";
import { type Reader, renderPage } from "./render.ts";
import { bytesOf, type SealedPage } from "./seal.ts";

interface Sources {
  /** Makes the page at this address. Throws when that fails. */
  render: (address: string, reader: Reader) => Promise<SealedPage>;
  /** Milliseconds. */
  now?: () => number;
}

interface Made {
  page: SealedPage;
  madeAt: number;
  /** It could not be made anew: until then nobody waits for that again. */
  quietUntil: number;
  turn: number;
}

/** The database tells of every change; what it says may get lost, or reach another server. Milliseconds. */
const fresh = 30_000;
/** Older than `fresh` and younger than this, a page is shown once more while it is made anew. */
const stillShown = 60_000;
/** While pages cannot be made, what was there stays for a day. */
const kept = 86_400_000;
const maxPageBytes = 16_000_000;

/**
 * Pages of the shelf that everybody sees alike, in the memory of this process. Each is made once for each kind of reader, and again after
 * `forget`, which says that something on the shelf has changed. `read` throws `Busy` when too many wait.
 */
export function openShelf({ render, now = Date.now }: Sources) {
  const pages = openMemory<Made>(maxPageBytes);
  const once = openOnce<SealedPage>();
  // Whoever waits for a page does not wait for those that are only renewed.
  const [inTurn, behind] = [openLanes(2, 50), openLanes(1, 20)];
  let turn = 0;

  function make(name: string, address: string, reader: Reader, lane = inTurn): Promise<SealedPage> {
    return once(`${turn} ${name}`, () =>
      lane(async () => {
        // What changes meanwhile makes another turn, in which this page counts no more.
        const begun = turn;
        const page = await render(address, reader);
        pages.set(name, { page, madeAt: now(), quietUntil: 0, turn: begun }, bytesOf(page));
        return page;
      }),
    );
  }

  /** Makes a page anew; where that fails, what is held stays, unless it counts no more. */
  async function renew(held: Made, name: string, address: string, reader: Reader, lane = inTurn) {
    return make(name, address, reader, lane).catch((error) => {
      if (held.turn !== turn) throw error;
      console.error(JSON.stringify({ level: "error", path: address, cause: String(error) }));
      held.quietUntil = now() + fresh;
      return held.page;
    });
  }

  return {
    async read(address: string, reader: Reader): Promise<SealedPage> {
      const name = `${reader.language}.${reader.theme} ${address}`;
      const held = pages.get(name);
      const age = held ? now() - held.madeAt : kept;
      if (!held || held.turn !== turn || age >= kept) return make(name, address, reader);
      if (age < fresh || now() < held.quietUntil) return held.page;
      if (age >= stillShown) return renew(held, name, address, reader);
      // A change meanwhile has it made again for the next one who asks.
      renew(held, name, address, reader, behind).catch(() => {});
      return held.page;
    },
    forget(): void {
      turn += 1;
    },
  };
}
export type Shelf = ReturnType<typeof openShelf>;

// Doors of the same process are built apart, so that each has its own copy of this module.
const shared = globalThis as typeof globalThis & { studioShelf?: Shelf };

/** The shelf of this process. */
export function shelfPages(): Shelf {
  shared.studioShelf ??= openShelf({ render: renderPage });
  return shared.studioShelf;
}
