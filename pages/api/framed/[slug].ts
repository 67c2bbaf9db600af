import { doorTo } from "@/lib/shown-pages/door";

export const config = { api: { bodyParser: false } };

/** The cards of a universe for other websites, at `/embed/<slug>`; a door of the same kind as the one beside it. */
export default doorTo("embed");
