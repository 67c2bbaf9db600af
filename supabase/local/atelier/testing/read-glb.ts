// @ts-expect-error gltf-validator ships no types; what is used of it is said below.
import { validateBytes } from "gltf-validator";

type Report = { issues: { messages: { code: string; message: string; severity: number }[] } };

/** What Khronos' validator has to say about a file, down to its hints; empty for a flawless one. */
export async function validate(bytes: Uint8Array): Promise<string[]> {
  const report = (await validateBytes(new Uint8Array(bytes))) as Report;
  return report.issues.messages.map(({ code, message }) => `${code}: ${message}`);
}

type Json = {
  animations: { name: string }[];
  materials: { pbrMetallicRoughness: Record<string, unknown> }[];
  nodes: { mesh?: number; translation?: number[] }[];
  meshes: { name: string; primitives: { attributes: Record<string, number>; indices: number }[] }[];
  accessors: { bufferView: number; componentType: number; min?: number[]; max?: number[] }[];
  bufferViews: { byteOffset: number; byteLength: number }[];
  images: { bufferView: number }[];
};

export type Glb = ReturnType<typeof readGlb>;

/** Reads a GLB of ours back, for tests. */
export function readGlb(bytes: Buffer) {
  const textLength = bytes.readUInt32LE(12);
  const json = JSON.parse(bytes.toString("utf8", 20, 20 + textLength)) as Json;
  const binary = bytes.subarray(20 + textLength + 8);
  const view = (at: number) => {
    const { byteOffset = 0, byteLength = 0 } = json.bufferViews[at] ?? {};
    return Uint8Array.from(binary.subarray(byteOffset, byteOffset + byteLength));
  };
  const floats = (at = 0) => new Float32Array(view(json.accessors[at]?.bufferView ?? 0).buffer);
  const meshes = json.meshes.map(({ name, primitives: [primitive] }) => ({
    name,
    positions: floats(primitive?.attributes.POSITION),
    normals: floats(primitive?.attributes.NORMAL),
    indices: new Uint16Array(view(json.accessors[primitive?.indices ?? 0]?.bufferView ?? 0).buffer),
  }));
  return {
    json,
    meshes,
    jpeg: Buffer.from(view(json.images[0]?.bufferView ?? 0)),
    /** The bounds that the file itself states, its nodes in their places. */
    box() {
      const bounds = json.nodes.flatMap(({ mesh, translation = [0, 0, 0] }) => {
        const position = json.meshes[mesh ?? -1]?.primitives[0]?.attributes.POSITION;
        const { min = [], max = [] } = json.accessors[position ?? -1] ?? {};
        const move = (values: number[]) => values.map((value, axis) => value + (translation[axis] ?? 0));
        return min.length ? [{ min: move(min), max: move(max) }] : [];
      });
      const axes = [0, 1, 2];
      return {
        low: axes.map((axis) => Math.min(...bounds.map(({ min }) => min[axis] ?? 0))),
        high: axes.map((axis) => Math.max(...bounds.map(({ max }) => max[axis] ?? 0))),
      };
    },
  };
}
