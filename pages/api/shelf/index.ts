import { doorToShelf } from "@/lib/shown-pages/door";

export const config = { api: { bodyParser: false } };

/** The published universes for who is not signed in, at `/explore`; a door of the same kind as the ones beside it. */
export default doorToShelf();
