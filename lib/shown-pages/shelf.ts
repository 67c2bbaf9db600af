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
  turn: number;
}

/** So old a page is shown once more while it is made anew; as old as a day it is not shown at all. Milliseconds. */
const [fresh, kept] = [30_000, 86_400_000];
const maxPageBytes = 16_000_000;

/**
 * Pages of the shelf that everybody sees alike, in the memory of this process. Each is made once for each kind of reader, and again after
 * `forget`, which says that something on the shelf has changed. `read` throws `Busy` when too many wait.
 */
export function openShelf({ render, now = Date.now }: Sources) {
  const pages = openMemory<Made>(maxPageBytes);
  const [once, inTurn] = [openOnce<SealedPage>(), openLanes(2, 50)];
  let turn = 0;

  function make(name: string, address: string, reader: Reader): Promise<SealedPage> {
    return once(`${turn} ${name}`, () =>
      inTurn(async () => {
        // What changes meanwhile makes another turn, in which this page counts no more.
        const begun = turn;
        const page = await render(address, reader);
        pages.set(name, { page, madeAt: now(), turn: begun }, bytesOf(page));
        return page;
      }),
    );
  }

  return {
    async read(address: string, reader: Reader): Promise<SealedPage> {
      const name = `${reader.language}.${reader.theme} ${address}`;
      const held = pages.get(name);
      const age = held ? now() - held.madeAt : kept;
      if (!held || held.turn !== turn || age >= kept) return make(name, address, reader);
      if (age >= fresh) make(name, address, reader).catch(() => {});
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
