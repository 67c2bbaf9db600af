const FLOAT = 5126;
const SHORT = 5123;

/** The binary chunk of a GLB as it grows, with the views and accessors into it. */
export type Binary = ReturnType<typeof createBinary>;

/** Starts an empty one. */
export function createBinary() {
  const chunks: Buffer[] = [];
  const views: Record<string, unknown>[] = [];
  const accessors: Record<string, unknown>[] = [];
  let length = 0;
  function add(bytes: Buffer, target?: number): number {
    views.push({ buffer: 0, byteOffset: length, byteLength: bytes.length, ...(target ? { target } : {}) });
    const padding = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    chunks.push(bytes, padding);
    length += bytes.length + padding.length;
    return views.length - 1;
  }
  return {
    views,
    accessors,
    add,
    length: () => length,
    bytes: () => Buffer.concat(chunks),
    accessor(
      values: Float32Array | Uint16Array,
      type: "SCALAR" | "VEC2" | "VEC3" | "VEC4",
      { bounded = false, target }: { bounded?: boolean; target?: number } = {},
    ): number {
      const width = type === "SCALAR" ? 1 : Number(type.slice(3));
      const axes = Array.from({ length: width }, (_, axis) =>
        values.filter((_value, at) => at % width === axis),
      );
      accessors.push({
        bufferView: add(Buffer.from(values.buffer, values.byteOffset, values.byteLength), target),
        componentType: values instanceof Float32Array ? FLOAT : SHORT,
        count: values.length / width,
        type,
        ...(bounded
          ? {
              min: axes.map((axis) => extreme(axis, Math.min)),
              max: axes.map((axis) => extreme(axis, Math.max)),
            }
          : {}),
      });
      return accessors.length - 1;
    },
  };
}

function extreme(values: Float32Array | Uint16Array, choose: (a: number, b: number) => number): number {
  let found = values[0] ?? 0;
  for (const value of values) found = choose(found, value);
  return found;
}
