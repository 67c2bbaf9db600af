import type postgres from "postgres";
import type { Person, Queue } from "../../fixtures/queue.ts";
import { look, type World } from "./world.ts";

export interface Ticket {
  id: string;
  attempt: number;
}

/** What sequences run on: people with drafts of their own, since each request has one. */
export interface Ground {
  queue: Queue;
  people: (Person & { drafts: string[] })[];
  admin: Person;
}

// In the middle of a month, so that no sequence comes into the next one with its new credits.
const start = Date.UTC(2026, 0, 15, 12);

/** The member at this index, counted round and round; undefined of an empty list. */
export const wrap = <Item>(list: readonly Item[], index: number): Item | undefined =>
  list[index % (list.length || 1)];

/** One sequence: its clock, the world before the next step, and all tickets that were ever handed out. */
export class Scene {
  now = start;
  world: World;
  readonly tickets: Ticket[] = [];
  readonly sql: postgres.Sql;
  readonly ground: Ground;
  private readonly draftsUsed = new Map<string, number>();
  private readonly seen: Map<string, number>;

  private constructor(ground: Ground, world: World, seen: Map<string, number>) {
    this.ground = ground;
    this.sql = ground.queue.sql;
    this.world = world;
    this.seen = seen;
  }

  /** An empty engine that knows one result. What happens is counted in `seen`. */
  static async open(ground: Ground, seen: Map<string, number>): Promise<Scene> {
    const { queue } = ground;
    await queue.clear();
    await queue.sql`insert into private.results (input_hash, type, result) values ('input 0', 'generate_image', '{}')`;
    return new Scene(ground, await look(queue.sql), seen);
  }

  count(name: string): void {
    this.seen.set(name, (this.seen.get(name) ?? 0) + 1);
  }

  time = () => new Date(this.now);

  /** A draft that no request of this sequence has; undefined when all of them have one. */
  nextDraftOf(person: Ground["people"][number]): string | undefined {
    const used = this.draftsUsed.get(person.sub) ?? 0;
    this.draftsUsed.set(person.sub, used + 1);
    return person.drafts[used];
  }
}
