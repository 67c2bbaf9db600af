/** How many numbers each path command takes; what they are is told by `place`. */
const ARGUMENTS: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi;

/**
 * An icon's body in fewer letters, with no change that a pixel shows: ids of one or two letters, paths with `decimals`
 * digits (the rounding of one step is taken back in the next), other numbers with two, small ones with three that count.
 */
export function shortenBody(body: string, decimals: number): string {
  return renameIds(body)
    .replace(/<linearGradient [^>]*>/g, (tag) => coarserLine(tag, decimals - 1))
    .replace(
      / offset="([\d.]+)"/g,
      (_, offset: string) => ` offset="${brief(Number(Number(offset).toFixed(2)))}"`,
    )
    .replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${shortenPath(path, decimals)}"`)
    .replace(/ (?!d=)([\w-]+)="([^"#]*)"/g, (whole, name: string, value: string) =>
      /\d\.\d|\.\d{3}/.test(value) && name !== "id" ? ` ${name}="${value.replace(NUMBER, plain)}"` : whole,
    );
}

/** A path with every number rounded; the commands stay as they are. */
export function shortenPath(path: string, decimals: number): string {
  const state: Pen = { at: [0, 0], drawn: [0, 0], start: [0, 0], startDrawn: [0, 0] };
  let last = "";
  let written = "";
  for (const [, letter = "", list = ""] of path.matchAll(/([a-z])([^a-z]*)/gi)) {
    const numbers = [...numbersOf(letter, list)];
    const count = ARGUMENTS[letter.toLowerCase()] ?? 0;
    let command = letter;
    for (let at = 0; at === 0 || at < numbers.length; at += count || 1) {
      const rounded = step(state, command, numbers.slice(at, at + count), decimals);
      // After the first pair a move goes on as lines.
      const repeated = command === last && !/[mz]/i.test(command) && at > 0;
      written += (repeated ? "" : command) + join(rounded, repeated ? written : "");
      last = command;
      if (command === "m") command = "l";
      if (command === "M") command = "L";
    }
  }
  return written;
}

type Point = [x: number, y: number];
/** Where the pen truly is and where the rounded path has it. */
type Pen = { at: Point; drawn: Point; start: Point; startDrawn: Point };

function step(pen: Pen, command: string, numbers: number[], decimals: number): number[] {
  const kind = command.toLowerCase();
  const relative = command === kind;
  const grid = 10 ** decimals;
  const round = (value: number) => Math.round(value * grid) / grid;
  if (kind === "z") {
    pen.at = [...pen.start];
    pen.drawn = [...pen.startDrawn];
    return [];
  }
  const coordinate = (value: number, axis: 0 | 1) =>
    relative ? round(pen.at[axis] + value - pen.drawn[axis]) : round(value);
  if (kind === "h" || kind === "v") {
    const axis = kind === "h" ? 0 : 1;
    const [value = 0] = numbers;
    const rounded = coordinate(value, axis);
    pen.at[axis] = relative ? pen.at[axis] + value : value;
    pen.drawn[axis] = relative ? pen.drawn[axis] + rounded : rounded;
    return [rounded];
  }
  const free = kind === "a" ? 5 : 0;
  const rounded = numbers.map((value, at) =>
    at < free
      ? at < 2
        ? Number(value.toPrecision(4))
        : value
      : coordinate(value, ((at - free) % 2) as 0 | 1),
  );
  const [x = 0, y = 0] = numbers.slice(-2);
  const [rx = 0, ry = 0] = rounded.slice(-2);
  pen.at = relative ? [pen.at[0] + x, pen.at[1] + y] : [x, y];
  pen.drawn = relative ? [pen.drawn[0] + rx, pen.drawn[1] + ry] : [rx, ry];
  if (kind === "m") {
    pen.start = [...pen.at];
    pen.startDrawn = [...pen.drawn];
  }
  return rounded;
}

/** The numbers after a command; the flags of an arc may stand without a space before the next number. */
function* numbersOf(letter: string, list: string): Generator<number> {
  if (letter.toLowerCase() !== "a") {
    for (const [number] of list.matchAll(NUMBER)) yield Number(number);
    return;
  }
  let rest = list;
  for (let at = 0; ; at = (at + 1) % 7) {
    rest = rest.replace(/^[\s,]+/, "");
    const found =
      at === 3 || at === 4 ? rest.match(/^[01]/)?.[0] : rest.match(new RegExp(`^${NUMBER.source}`, "i"))?.[0];
    if (!found) return;
    yield Number(found);
    rest = rest.slice(found.length);
  }
}

/** Numbers with a space only where they would run together. */
function join(numbers: number[], before: string): string {
  let written = "";
  for (const number of numbers) {
    const text = brief(number);
    const previous = written || before;
    const apart = /\d$/.test(previous) && !text.startsWith("-");
    // The point of `.5` parts it from a number that has a point already; nothing parts it from a whole one.
    written += (apart && !(text.startsWith(".") && /\.\d*$/.test(previous)) ? " " : "") + text;
  }
  return written;
}

/** A gradient over a long line needs no fine ends; a short one keeps its own. */
function coarserLine(tag: string, decimals: number): string {
  const end = (name: string) => Number(tag.match(new RegExp(` ${name}="([-\\d.]+)"`))?.[1] ?? 0);
  const long = Math.abs(end("x2") - end("x1")) + Math.abs(end("y2") - end("y1")) > 20 / 10 ** decimals;
  if (!long || !tag.includes("userSpaceOnUse")) return tag;
  return tag.replace(
    / ([xy][12])="([-\d.]+)"/g,
    (_, name: string, digits: string) => ` ${name}="${brief(Number(Number(digits).toFixed(decimals)))}"`,
  );
}

function brief(number: number): string {
  return String(Object.is(number, -0) ? 0 : number).replace(/^(-?)0\./, "$1.");
}

function plain(digits: string): string {
  const value = Number(digits);
  return brief(Number(Math.abs(value) < 1 ? value.toPrecision(3) : value.toFixed(2)));
}

/** Ids and the results of filters only have to differ inside one icon, because each is drawn by itself. */
function renameIds(body: string): string {
  const names = new Map<string, string>();
  for (const [, id = ""] of body.matchAll(/ id="([^"]+)"/g)) names.set(id, names.size.toString(36));
  const renamed = (id: string) => `i${names.get(id)}`;
  const results = new Map<string, string>();
  for (const [, result = ""] of body.matchAll(/ result="([^"]+)"/g))
    if (!results.has(result)) results.set(result, `r${results.size.toString(36)}`);
  return body
    .replace(/ (result|in|in2)="([^"]+)"/g, (whole, name: string, result: string) =>
      results.has(result) ? ` ${name}="${results.get(result)}"` : whole,
    )
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${renamed(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (whole, id: string) => (names.has(id) ? `url(#${renamed(id)})` : whole))
    .replace(/href="#([^"]+)"/g, (whole, id: string) => (names.has(id) ? `href="#${renamed(id)}"` : whole));
}
