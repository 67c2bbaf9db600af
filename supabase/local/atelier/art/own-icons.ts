/** Icons drawn here because the sets are weak at them, and patches over icons; all in a 32 by 32 box. */
export const OWN_ICONS: Record<string, string> = { lion: lionHead() };

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
