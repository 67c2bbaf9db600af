const TYRE = "#a99bc8";
const BOLT = "#4b3d6b";

/**
 * What shows that a wheel turns, laid over one drawn without: ribs on the tyre and bolts on the rim, which takes `rim` of
 * the radius. A bare roller (`rim` 1) has bolts only.
 */
export function turningMarks(x: number, y: number, r: number, rim: number): string {
  const around = (count: number, draw: (angle: number) => string) =>
    Array.from({ length: count }, (_, at) => draw((at * 2 * Math.PI) / count)).join("");
  const reach = (angle: number, share: number) =>
    `${(x + Math.cos(angle) * r * share).toFixed(2)},${(y + Math.sin(angle) * r * share).toFixed(2)}`;
  const ribs =
    rim < 0.9
      ? `<path d="${around(9, (angle) => `M${reach(angle, Math.max(0.74, rim + 0.08))}L${reach(angle, 0.93)}`)}" stroke="${TYRE}" stroke-width="${(r * 0.075).toFixed(2)}" stroke-linecap="round" opacity=".6"/>`
      : "";
  const bolts = around(5, (angle) => {
    const [cx, cy] = reach(angle, rim * 0.72).split(",");
    return `<circle cx="${cx}" cy="${cy}" r="${(r * Math.min(0.075, rim * 0.13)).toFixed(2)}" fill="${BOLT}"/>`;
  });
  return ribs + bolts;
}
