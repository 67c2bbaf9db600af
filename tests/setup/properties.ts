import fc from "fast-check";

/** Other values than those of every run, for hunting: `PROPERTY_SEED=7 npm test -- unit`. */
export const propertySeed = Number(process.env.PROPERTY_SEED ?? 20_261_121);

// The same values in each run: a change is judged by them, not by luck. A failure says its seed and path.
fc.configureGlobal({ seed: propertySeed });

export default fc;
