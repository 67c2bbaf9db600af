/** A token of a figure with the steps that it lasts, up to the next token. */
export interface FigureStep {
  token: string;
  at: number;
  steps: number;
}

/** Reads a figure of equal steps: `.` prolongs the token before it, `-` is silence. The second number counts its steps. */
export function readFigure(figure: string): { tokens: FigureStep[]; count: number } {
  const marks = figure.split(" ");
  const tokens: FigureStep[] = [];
  marks.forEach((token, at) => {
    const last = tokens.at(-1);
    if (token === "." && last) last.steps += 1;
    else if (token !== "-" && token !== ".") tokens.push({ token, at, steps: 1 });
  });
  return { tokens, count: marks.length };
}
