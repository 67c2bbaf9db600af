type Point = readonly [x: number, y: number];

/**
 * How a part of a drawing moves, in the drawing's units. Stations are spread evenly over one beat, which begins and ends
 * at the first; that one is the part at rest.
 */
export type Joint = {
  /** The part that carries this one. */
  on?: string;
  /** What it turns about. */
  at?: Point;
  /** Degrees at each station, clockwise as the drawing faces right. */
  turn?: readonly number[];
  /** Shifts at each station. */
  slide?: readonly Point[];
  /** It hangs: what carries it moves `at`, and it does not lean with that. */
  hangs?: boolean;
  /** A piston: it reaches from one point, which stays, to another, which moves with what carries it. */
  ram?: readonly [from: Point, to: Point];
  /** Whole turns about `at` in the whole film. */
  spins?: number;
  /** Seen from the side, what turns is this much narrower than high. */
  narrow?: number;
};

/** The joints of one drawing by the names of its parts. */
export type Joints = Record<string, Joint>;
