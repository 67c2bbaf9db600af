import { randomUUID } from "node:crypto";

/** One tracked client as others see it. */
type Meta = Record<string, unknown> & { phx_ref: string };
type Entries = Record<string, { metas: Meta[] }>;

/** What changed, in the shape that Phoenix clients expect. */
export interface PresenceDiff {
  joins: Entries;
  leaves: Entries;
}

/** Who is present on one topic. An owner (a joined channel) is present at most once, under one key. */
export class PresenceList {
  readonly #tracked = new Map<object, { key: string; meta: Meta }>();

  get isEmpty(): boolean {
    return this.#tracked.size === 0;
  }

  /** Makes the owner present, or replaces what it said before (the old entry leaves, the new one joins). */
  track(owner: object, key: string, payload: Record<string, unknown>): PresenceDiff {
    const before = this.#tracked.get(owner);
    const meta: Meta = { ...payload, phx_ref: randomUUID() };
    if (before) meta.phx_ref_prev = before.meta.phx_ref;
    this.#tracked.set(owner, { key, meta });
    return { joins: entries([{ key, meta }]), leaves: entries(before ? [before] : []) };
  }

  /** Takes the owner away. Null when it was not present. */
  untrack(owner: object): PresenceDiff | null {
    const before = this.#tracked.get(owner);
    if (!before) return null;
    this.#tracked.delete(owner);
    return { joins: {}, leaves: entries([before]) };
  }

  /** Everyone present, for a client that has just joined. */
  state(): Entries {
    return entries(this.#tracked.values());
  }
}

function entries(tracked: Iterable<{ key: string; meta: Meta }>): Entries {
  const byKey = new Map<string, { metas: Meta[] }>();
  for (const { key, meta } of tracked) {
    const entry = byKey.get(key);
    if (entry) entry.metas.push(meta);
    else byKey.set(key, { metas: [meta] });
  }
  // fromEntries defines own properties, so a key such as __proto__ stays a key
  return Object.fromEntries(byKey);
}
