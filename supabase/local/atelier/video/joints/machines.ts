import type { Joints } from "./joint.ts";

const DIG = [0, 5, 9, 7, -2, -9, -9, -4] as const;

/** How the arms, beds and loads of the drawn machines work. */
export const MACHINE_JOINTS: Record<string, Joints> = {
  excavator: {
    boom: { at: [86, 62], turn: DIG },
    "ram boom": {
      on: "boom",
      ram: [
        [92, 66],
        [106, 34],
      ],
    },
    stick: { on: "boom", at: [139, 42], turn: [0, -12, -4, 16, 26, 12, -8, -8] },
    bucket: { on: "stick", at: [146, 70], turn: [0, -14, 6, 38, 44, 14, -30, -22] },
  },
  "mini-excavator": {
    boom: { at: [86, 66], turn: DIG },
    "ram boom": {
      on: "boom",
      ram: [
        [92, 70],
        [108, 44],
      ],
    },
    stick: { on: "boom", at: [139, 51], turn: [0, -10, -4, 14, 22, 10, -8, -8] },
    bucket: { on: "stick", at: [142, 74], turn: [0, -12, 6, 34, 40, 12, -26, -18] },
  },
  "tunnel-borer": { cutter: { at: [154, 59], spins: 1, narrow: 0.43 } },
  bulldozer: {
    blade: { at: [84, 92], turn: [0, -3, -8, -8, -3, 1] },
    "ram blade": {
      on: "blade",
      ram: [
        [98, 66],
        [126, 74],
      ],
    },
  },
  "wheel-loader": {
    boom: { at: [84, 62], turn: [0, -9, -22, -26, -22, -9] },
    "ram boom": {
      on: "boom",
      ram: [
        [86, 72],
        [120, 66],
      ],
    },
    bucket: { on: "boom", at: [132, 78], turn: [0, -6, 4, 30, 34, 10] },
  },
  "backhoe-loader": {
    boom: { at: [34, 62], turn: [0, -4, -7, -4, 5, 6] },
    "ram boom": {
      on: "boom",
      ram: [
        [30, 52],
        [20, 30],
      ],
    },
    stick: { on: "boom", at: [-8, 40], turn: [0, 10, 0, -16, -18, -6] },
    bucket: { on: "stick", at: [-12, 66], turn: [0, 12, -10, -34, -24, 6] },
    arms: { at: [84, 66], turn: [0, 0, -8, -14, -12, -5] },
    "ram arms": {
      on: "arms",
      ram: [
        [92, 76],
        [124, 74],
      ],
    },
    shovel: { on: "arms", at: [138, 84], turn: [0, 0, -6, 10, 14, 4] },
  },
  "skid-steer": {
    boom: { at: [24, 38], turn: [0, -6, -13, -14, -8, -2] },
    "ram boom": {
      on: "boom",
      ram: [
        [62, 66],
        [104, 60],
      ],
    },
    bucket: { on: "boom", at: [126, 84], turn: [0, -6, 2, 26, 22, 6] },
  },
  grader: {
    blade: {
      at: [104, 80],
      turn: [0, 3, 5, 3, -2, -4],
      slide: [
        [0, 0],
        [0, 1],
        [0, 1],
        [0, 0],
        [0, -3],
        [0, -3],
      ],
    },
  },
  "drilling-rig": {
    drill: {
      slide: [
        [0, 0],
        [0, 4],
        [0, 6],
        [0, 2],
        [0, -12],
        [0, -14],
        [0, -6],
      ],
    },
  },
  forklift: {
    fork: {
      slide: [
        [0, 0],
        [0, -8],
        [0, -28],
        [0, -40],
        [0, -40],
        [0, -26],
        [0, -6],
      ],
    },
  },
  "mobile-crane": {
    boom: { at: [58, 57], turn: [0, -2, -4, -4, -2, 0] },
    "ram boom": {
      on: "boom",
      ram: [
        [66, 66],
        [92, 36],
      ],
    },
    hook: { on: "boom", at: [136, -8], hangs: true, turn: [0, 7, 0, -7] },
  },
  "tower-crane": {
    load: {
      at: [142, -34],
      turn: [0, 5, 0, -5],
      slide: [
        [0, 0],
        [-14, 0],
        [-30, 0],
        [-16, 0],
      ],
    },
  },
  telehandler: {
    boom: { at: [24, 52], turn: [0, -3, -9, -12, -9, -3] },
    "ram boom": {
      on: "boom",
      ram: [
        [62, 70],
        [76, 34],
      ],
    },
    inner: {
      on: "boom",
      slide: [
        [0, 0],
        [2, -1],
        [10, -5],
        [14, -7],
        [8, -4],
        [1, 0],
      ],
    },
    reach: { on: "inner", at: [134, 5], hangs: true },
  },
  "cherry-picker": {
    boom: { at: [50, 62], turn: [0, -3, -6, -4, 2, 4] },
    "ram boom": {
      on: "boom",
      ram: [
        [48, 46],
        [32, 20],
      ],
    },
    basket: { on: "boom", at: [96, -22], hangs: true, turn: [0, 1, 0, -1] },
  },
  "crawler-crane": { hook: { at: [144, -40], turn: [0, 7, 0, -7] } },
  "concrete-pump": { boom: { at: [38, 60], turn: [0, -2, -5, -4, 1, 3] } },
  "dump-truck": { bed: { at: [12, 70], turn: [0, 0, -10, -24, -26, -14, -2] } },
  "mini-dumper": { bed: { at: [128, 70], turn: [0, 0, 10, 30, 32, 16, 2] } },
  "tow-truck": { hook: { at: [12, 16], turn: [0, 9, 0, -9] } },
  "garbage-truck": { gate: { at: [16, 30], turn: [0, 0, 14, 30, 30, 12, 0] } },
  "snow-plough": { blade: { at: [116, 84], turn: [0, -2, -4, -2, 1, 1] } },
  windmill: { sails: { at: [80, -8], spins: 1 } },
};
