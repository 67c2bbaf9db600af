/** How the music of a universe may feel; each is a word that a model of music understands, */
export const moods = ["calm", "dreamy", "joyful", "playful", "adventurous"] as const;
export type Mood = (typeof moods)[number];

/** and so is each kind of music that may be asked for. */
export const genres = ["lullaby", "waltz", "march", "folk", "jazz", "classical", "electronic"] as const;
export type Genre = (typeof genres)[number];
