import { type Binary, createBinary } from "./glb-buffer.ts";

/** A form ready for the file: y up, z towards the eye, triangles counter-clockwise. */
export type Mesh = {
  name: string;
  positions: Float32Array;
  normals: Float32Array;
  /** Places on the texture, two shares per corner. */
  uvs: Float32Array;
  indices: number[];
  /** Where its own origin lies. */
  origin: [number, number, number];
  /** How far it swings about the z axis, in degrees. */
  swing?: number;
};

export type Figure = { name: string; meshes: Mesh[]; jpeg: Buffer; extras: Record<string, unknown> };

const VERTICES = 34962;
const INDICES = 34963;
const TURN_SECONDS = 12;
const WAVE_SECONDS = 2;

/** Writes a glTF 2.0 binary: one textured material, a node per form, a slow turn and, where a form swings, a wave. */
export function writeGlb({ name, meshes, jpeg, extras }: Figure): Buffer {
  const binary = createBinary();
  const texture = binary.add(jpeg);
  const built = meshes.map((mesh) => ({
    name: mesh.name,
    primitives: [
      {
        attributes: {
          POSITION: binary.accessor(mesh.positions, "VEC3", { bounded: true, target: VERTICES }),
          NORMAL: binary.accessor(mesh.normals, "VEC3", { target: VERTICES }),
          TEXCOORD_0: binary.accessor(mesh.uvs, "VEC2", { target: VERTICES }),
        },
        indices: binary.accessor(Uint16Array.from(mesh.indices), "SCALAR", { target: INDICES }),
        material: 0,
      },
    ],
  }));
  const nodes = meshes.map(({ name: label, origin }, mesh) => ({
    name: label,
    mesh,
    ...(origin.some((value) => value !== 0) ? { translation: origin } : {}),
  }));
  const root = nodes.length;
  const animations = [turntable(binary, root), ...waves(binary, meshes)];
  const json = {
    asset: { version: "2.0", generator: "MagikSwipe Atelier" },
    scene: 0,
    scenes: [{ name, nodes: [root] }],
    nodes: [...nodes, { name, children: nodes.map((_, at) => at) }],
    meshes: built,
    materials: [
      {
        name: "plush",
        pbrMetallicRoughness: { baseColorTexture: { index: 0 }, metallicFactor: 0, roughnessFactor: 0.6 },
      },
    ],
    textures: [{ sampler: 0, source: 0 }],
    samplers: [{ magFilter: 9729, minFilter: 9987, wrapS: 33071, wrapT: 33071 }],
    images: [{ name, mimeType: "image/jpeg", bufferView: texture }],
    animations,
    accessors: binary.accessors,
    bufferViews: binary.views,
    buffers: [{ byteLength: binary.length() }],
    extras,
  };
  return pack(Buffer.from(JSON.stringify(json)), binary.bytes());
}

function turntable(binary: Binary, node: number) {
  const times = [0, 1, 2, 3, 4].map((quarter) => (quarter * TURN_SECONDS) / 4);
  const turns = times.map((_, quarter) => [
    0,
    Math.sin((quarter * Math.PI) / 4),
    0,
    Math.cos((quarter * Math.PI) / 4),
  ]);
  return rotation(binary, "turntable", [{ node, times, turns }]);
}

function waves(binary: Binary, meshes: Mesh[]) {
  const times = [0, 1, 2, 3, 4].map((beat) => (beat * WAVE_SECONDS) / 4);
  const swinging = meshes.flatMap(({ swing }, node) => (swing ? [{ node, swing }] : []));
  if (!swinging.length) return [];
  const moves = swinging.map(({ node, swing }) => ({
    node,
    times,
    turns: [0, 1, 0, -1, 0].map((side) => {
      const half = (side * swing * Math.PI) / 360;
      return [0, 0, Math.sin(half), Math.cos(half)];
    }),
  }));
  return [rotation(binary, "wave", moves)];
}

function rotation(
  binary: Binary,
  name: string,
  moves: { node: number; times: number[]; turns: number[][] }[],
) {
  return {
    name,
    channels: moves.map(({ node }, sampler) => ({ sampler, target: { node, path: "rotation" } })),
    samplers: moves.map(({ times, turns }) => ({
      input: binary.accessor(Float32Array.from(times), "SCALAR", { bounded: true }),
      output: binary.accessor(Float32Array.from(turns.flat()), "VEC4"),
      interpolation: "LINEAR",
    })),
  };
}

/** The container: a header, the JSON padded with spaces and the binary padded with zeros. */
function pack(json: Buffer, binary: Buffer): Buffer {
  const text = Buffer.concat([json, Buffer.alloc((4 - (json.length % 4)) % 4, " ")]);
  const header = Buffer.alloc(12);
  header.write("glTF", 0, "latin1");
  header.writeUInt32LE(2, 4);
  header.writeUInt32LE(12 + 8 + text.length + 8 + binary.length, 8);
  return Buffer.concat([header, chunk("JSON", text), chunk("BIN\0", binary)]);
}

function chunk(kind: string, bytes: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(bytes.length, 0);
  head.write(kind, 4, "latin1");
  return Buffer.concat([head, bytes]);
}
