/** Something that was built, and how much memory it takes, in bytes. */
interface Held<Value> {
  value: Value;
  bytes: number;
}

/** Keeps what was used last, up to `maxBytes` in all; what was not used for longest makes room. */
export function openMemory<Value>(maxBytes: number) {
  const held = new Map<string, Held<Value>>();
  let bytes = 0;
  const drop = (key: string) => {
    bytes -= held.get(key)?.bytes ?? 0;
    held.delete(key);
  };
  return {
    get(key: string): Value | undefined {
      const found = held.get(key);
      if (!found) return undefined;
      held.delete(key);
      held.set(key, found);
      return found.value;
    },
    set(key: string, value: Value, size: number): void {
      drop(key);
      held.set(key, { value, bytes: size });
      bytes += size;
      for (const oldest of held.keys()) {
        if (bytes <= maxBytes) break;
        drop(oldest);
      }
    },
    drop,
    get bytes() {
      return bytes;
    },
  };
}
