/** Icons drawn here because the sets are weak at them, and patches over icons; all in a 32 by 32 box. */
export const OWN_ICONS: Record<string, string> = { lion: lionHead(), donkey: donkeyHead(), boar: boarHead() };

/** Drawn over an icon of the same name. */
export const PATCHES: Record<string, string> = {
  octopus: smile("13.4,15.2q2.6 2.8 5.2 0", 9.6, 22.4),
};

function lionHead(): string {
  const mane = Array.from({ length: 15 }, (_, at) => {
    const angle = (at * 2 * Math.PI) / 15;
    const x = (16 + 11.3 * Math.cos(angle)).toFixed(2);
    const y = (16.3 + 11.3 * Math.sin(angle)).toFixed(2);
    return `<circle cx="${x}" cy="${y}" r="3.7" fill="url(#mane${at % 2})"/>`;
  }).join("");
  return [
    "<defs>",
    maneGradient("mane0", "#c9703f", "#a04a38", "#642350"),
    maneGradient("mane1", "#b96238", "#8f4035", "#571e4a"),
    '<radialGradient id="fur" cx=".38" cy=".28" r=".8"><stop stop-color="#ffd873"/><stop offset=".6" stop-color="#ffb53a"/><stop offset="1" stop-color="#ef7f3d"/></radialGradient>',
    '<radialGradient id="muzzle" cx=".4" cy=".25" r=".8"><stop stop-color="#fff6e6"/><stop offset="1" stop-color="#ffd9ae"/></radialGradient>',
    '<radialGradient id="ring"><stop offset=".8" stop-color="#4a1030" stop-opacity=".45"/><stop offset="1" stop-color="#4a1030" stop-opacity="0"/></radialGradient>',
    "</defs>",
    mane,
    '<circle cx="16" cy="16.3" r="11.6" fill="url(#mane1)"/><circle cx="16" cy="17.6" r="10.6" fill="url(#ring)"/>',
    ear(8.2, 8.4),
    ear(23.8, 23.6),
    '<ellipse cx="16" cy="17.2" rx="9.3" ry="8.7" fill="url(#fur)"/><ellipse cx="16" cy="23.6" rx="2.6" ry="1.9" fill="url(#muzzle)"/>',
    '<circle cx="13.5" cy="21.2" r="3.1" fill="url(#muzzle)"/><circle cx="18.5" cy="21.2" r="3.1" fill="url(#muzzle)"/>',
    '<path d="M14 18.1q2-.9 4 0q.5.9-.5 1.7l-1.5 1.1l-1.5-1.1q-1-.8-.5-1.7Z" fill="#6b2f45"/>',
    '<path d="M16 20.6v1M16 21.6q-.5 1.7-2.5.7M16 21.6q.5 1.7 2.5.7" stroke="#6b2f45" stroke-width=".75" fill="none" stroke-linecap="round"/>',
    eye(11.6, 15.8),
    eye(20.4, 15.8),
    cheek(9.4, 19.2, "#ff6f6f", 1.6),
    cheek(22.6, 19.2, "#ff6f6f", 1.6),
  ].join("");
}

function donkeyHead(): string {
  const ear = (x: number, turn: number) =>
    `<g transform="rotate(${turn} ${x} 10)"><ellipse cx="${x}" cy="6.4" rx="2.6" ry="6" fill="url(#coat)"/><ellipse cx="${x}" cy="6.9" rx="1.3" ry="4.2" fill="#f2b6b0"/></g>`;
  return [
    "<defs>",
    gradient("coat", "#c3b7ae", "#a1948f", "#6f5f6b"),
    gradient("muzzle", "#fffaf0", "#f0e4d6", "#c9b3ad"),
    "</defs>",
    ear(9.6, -16),
    ear(22.4, 16),
    '<path d="M16 4.4q-3.4 1-4.2 4.6q1.6-.6 2.2.6q.8-1.6 2-.2q1.200-1.4 2 .2q.6-1.200 2.2-.6q-.8-3.600-4.200-4.600Z" fill="#4d3f4c"/>',
    '<ellipse cx="16" cy="17.4" rx="8.6" ry="9.6" fill="url(#coat)"/>',
    '<path d="M16 7.6q-3 .6-3.600 3.600q1.400-.4 1.900.5q.8-1.100 1.700 0q.9-1.100 1.700 0q.5-.9 1.900-.5q-.6-3-3.600-3.600Z" fill="#4d3f4c"/>',
    '<ellipse cx="16" cy="24" rx="7.4" ry="5.6" fill="url(#muzzle)"/>',
    '<ellipse cx="13" cy="22.4" rx=".9" ry="1.2" fill="#6b5560"/><ellipse cx="19" cy="22.4" rx=".9" ry="1.2" fill="#6b5560"/>',
    '<path d="M12.800 25.800q3.200 2.600 6.400 0" stroke="#6b5560" stroke-width=".9" fill="none" stroke-linecap="round"/>',
    eye(11.8, 16),
    eye(20.2, 16),
    cheek(9.8, 20, "#ff7f8f", 1.6),
    cheek(22.2, 20, "#ff7f8f", 1.6),
  ].join("");
}

function boarHead(): string {
  const bristles = [9, 11.5, 14, 16.5, 19, 21.5]
    .map(
      (x, at) =>
        `<path d="M${x} 9.500L${x + 1.3} ${4 + Math.abs(at - 2.5) * 0.7}L${x + 2.8} 9.500Z" fill="#5a3a3f"/>`,
    )
    .join("");
  const side = (x: number) =>
    `<path d="M${x - 2.6} 11Q${x - 4} 4.600 ${x} 4.400Q${x + 4} 4.800 ${x + 2.6} 11Z" fill="url(#coat)"/><path d="M${x - 1.2} 10.4Q${x - 1.8} 6.600 ${x} 6.500Q${x + 1.8} 6.700 ${x + 1.2} 10.400Z" fill="#e58f86"/>`;
  return [
    "<defs>",
    gradient("coat", "#b07a5f", "#8f5f50", "#5a3345"),
    gradient("snout", "#ffc9b3", "#f0a08f", "#c06f78"),
    "</defs>",
    bristles,
    side(7.4),
    side(24.6),
    '<ellipse cx="16" cy="18" rx="11.400" ry="10.600" fill="url(#coat)"/>',
    '<path d="M10.400 25.600q-1.800-1.200-1.500-4q.9 1.900 2.800 2.200Z" fill="#fffdf2"/><path d="M21.600 25.600q1.800-1.200 1.500-4q-.9 1.900-2.800 2.200Z" fill="#fffdf2"/>',
    '<ellipse cx="16" cy="22" rx="5.400" ry="4.200" fill="url(#snout)"/>',
    '<ellipse cx="14.200" cy="21.700" rx=".9" ry="1.300" fill="#7a3f4c"/><ellipse cx="17.800" cy="21.700" rx=".9" ry="1.300" fill="#7a3f4c"/>',
    '<path d="M13.600 27q2.400 1.500 4.800 0" stroke="#4a2a35" stroke-width=".8" fill="none" stroke-linecap="round"/>',
    eye(11, 16.2),
    eye(21, 16.2),
    cheek(8.6, 20, "#ff7f7f", 1.6),
    cheek(23.4, 20, "#ff7f7f", 1.6),
  ].join("");
}

function gradient(id: string, inner: string, middle: string, outer: string): string {
  return `<radialGradient id="${id}" cx=".4" cy=".28" r=".8"><stop stop-color="${inner}"/><stop offset=".6" stop-color="${middle}"/><stop offset="1" stop-color="${outer}"/></radialGradient>`;
}

function maneGradient(id: string, ...colours: [string, string, string]): string {
  const offsets = [0, 0.55, 1];
  const stops = colours
    .map((colour, at) => `<stop offset="${offsets[at]}" stop-color="${colour}"/>`)
    .join("");
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="13" cy="8" r="24">${stops}</radialGradient>`;
}

function ear(x: number, inner: number): string {
  return `<circle cx="${x}" cy="9.3" r="3.3" fill="url(#fur)"/><circle cx="${inner}" cy="9.6" r="1.8" fill="#f0895f"/>`;
}

function eye(x: number, y: number): string {
  return `<rect x="${x - 1}" y="${y - 1.7}" width="2" height="3.4" rx="1" fill="#3d2a38"/><circle cx="${x - 0.25}" cy="${y - 0.8}" r=".5" fill="#fff" opacity=".85"/>`;
}

function cheek(x: number, y: number, colour: string, rx: number): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="1.05" fill="${colour}" opacity=".48"/>`;
}

function smile(curve: string, leftCheek: number, rightCheek: number): string {
  const mouth = `<path d="M${curve}" fill="none" stroke="#6b2146" stroke-width=".95" stroke-linecap="round"/>`;
  return mouth + cheek(leftCheek, 15, "#ff4f86", 1.7) + cheek(rightCheek, 15, "#ff4f86", 1.7);
}
