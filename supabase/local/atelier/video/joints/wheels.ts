/** A wheel of an icon, in the icon's own units; `rim` is the share of its radius that is not tyre. */
export type Wheel = [x: number, y: number, r: number, rim: number];

/** Where the icons of vehicles have their wheels, measured: an icon is one drawing and does not say so. */
export const WHEELS: Record<string, Wheel[]> = {
  automobile: [
    [8.5, 25.45, 3.5, 0.43],
    [23.5, 25.45, 3.5, 0.43],
  ],
  "fire-engine": [
    [8.5, 26.5, 3.45, 0.34],
    [23.5, 26.5, 3.45, 0.34],
  ],
  "police-car": [
    [8.5, 26.42, 3.5, 0.37],
    [23.5, 26.42, 3.5, 0.37],
  ],
  ambulance: [
    [8.8, 26.55, 3.4, 0.36],
    [23.77, 26.55, 3.4, 0.36],
  ],
  bus: [
    [8.5, 26.45, 3.5, 0.37],
    [23.5, 26.45, 3.5, 0.37],
  ],
  trolleybus: [
    [8.6, 26.9, 3.4, 0.35],
    [23.7, 26.9, 3.4, 0.35],
  ],
  minibus: [
    [8.6, 26.6, 3.4, 0.35],
    [23.67, 26.6, 3.4, 0.35],
  ],
  taxi: [
    [8.56, 25.92, 3.5, 0.37],
    [23.57, 25.92, 3.5, 0.37],
  ],
  "racing-car": [
    [8.6, 26.48, 3.5, 0.38],
    [26.5, 26.48, 3.5, 0.38],
  ],
  "sport-utility-vehicle": [
    [8.47, 26.45, 3.5, 0.36],
    [22.47, 26.45, 3.5, 0.36],
  ],
  "delivery-truck": [
    [8.55, 26.48, 3.5, 0.38],
    [23.4, 26.48, 3.5, 0.38],
  ],
  "pickup-truck": [
    [7.47, 26.45, 3.5, 0.43],
    [23.47, 26.45, 3.5, 0.43],
  ],
  "articulated-lorry": [
    [7.5, 25.45, 3.5, 0.37],
    [17.5, 25.45, 3.5, 0.37],
    [24.47, 25.45, 3.5, 0.37],
  ],
  "auto-rickshaw": [[26.45, 26.45, 3.5, 0.36]],
  motorcycle: [
    [6.5, 25.45, 4.4, 0.36],
    [25.6, 25.45, 4.4, 0.36],
  ],
  "kick-scooter": [
    [5.98, 25.95, 4, 0.5],
    [25.98, 25.95, 4, 0.5],
  ],
  tractor: [
    [7.5, 25.45, 3.55, 0.37],
    [24.5, 23.5, 5.5, 0.37],
  ],
  bicycle: [
    [7.5, 23.6, 5, 1],
    [24.5, 23.6, 5, 1],
  ],
  locomotive: [
    [20.98, 25.95, 3, 0.95],
    [26.98, 25.95, 3, 0.95],
  ],
  // Their wheels hide behind mudguards and skirts, but they roll.
  "motor-scooter": [],
  "tram-car": [],
};
