/**
 * What one call of a function may spend of the platform's 2 s of CPU. It is reckoned and not measured: clocks also count what other
 * processes of a busy machine take, and a call must do the same work wherever it runs.
 */
export interface CpuBudget {
  /** Notes work that is done in any case, in milliseconds of CPU. */
  spend(milliseconds: number): void;
  /** Notes work that may be left out; false, and nothing is noted, when it would not fit any more. */
  take(milliseconds: number): boolean;
  /** Whether more work may be begun. Else what is left is for another call, which has two seconds of its own. */
  hasRoom(): boolean;
}

/** A job or a prediction: what it takes to ask the database, the provider and Storage, and to read their answers. */
export const jobMilliseconds = 10;
/** A million pixels to decode: 20 to 75 measured with Deno on one core, the least for a JPEG, the most for a noisy WebP. */
export const megapixelMilliseconds = 75;

/**
 * Half of the 2 s may be begun with. What was begun in that moment goes on, ten or twenty jobs at once, and their pictures may take up
 * to nine tenths; the rest is for starting, which loads a decoder in 0.1 s.
 */
const usual = { begin: 1000, end: 1800 };

/** Opens the budget of one call. */
export function openCpuBudget({ begin, end } = usual): CpuBudget {
  let spent = 0;
  return {
    spend(milliseconds) {
      spent += milliseconds;
    },
    take(milliseconds) {
      if (spent + milliseconds > end) return false;
      spent += milliseconds;
      return true;
    },
    hasRoom: () => spent < begin,
  };
}
