import { z } from "zod";

/** How the music of a universe may feel; each is a word that a model of music understands, */
export const moods = ["calm", "dreamy", "joyful", "playful", "adventurous"] as const;
export const moodSchema = z.enum(moods);
export type Mood = z.infer<typeof moodSchema>;

/** and so is each kind of music that may be asked for. */
export const genres = ["lullaby", "waltz", "march", "folk", "jazz", "classical", "electronic"] as const;
export const genreSchema = z.enum(genres);
export type Genre = z.infer<typeof genreSchema>;
