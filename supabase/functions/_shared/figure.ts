import { z } from "zod";

const magic = 0x46546c67;
const jsonChunk = 0x4e4f534a;
const headBytes = 20;
/** What describes a toy takes some kilobytes; its shape and colours lie beside it. More would fill the memory when it is read. */
const maxJsonBytes = 1_048_576;

const resource = z.object({ uri: z.string().startsWith("data:").optional() });
const gltfSchema = z.object({
  asset: z.object({ version: z.string().startsWith("2.") }),
  meshes: z.array(z.object({ primitives: z.array(z.unknown()).min(1) })).min(1),
  buffers: z.array(resource).optional(),
  images: z.array(resource).optional(),
});

/**
 * Whether the bytes are one whole binary glTF 2.0 with at least one mesh, and with everything that it needs inside:
 * a figure never loads anything from elsewhere.
 */
export function isFigure(bytes: Uint8Array): boolean {
  if (bytes.length < headBytes) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const jsonBytes = view.getUint32(12, true);
  const isWhole =
    view.getUint32(0, true) === magic &&
    view.getUint32(4, true) === 2 &&
    view.getUint32(8, true) === bytes.length &&
    view.getUint32(16, true) === jsonChunk &&
    jsonBytes <= maxJsonBytes &&
    headBytes + jsonBytes <= bytes.length;
  if (!isWhole) return false;
  try {
    const json = JSON.parse(new TextDecoder().decode(bytes.subarray(headBytes, headBytes + jsonBytes)));
    return gltfSchema.safeParse(json).success;
  } catch {
    return false;
  }
}
