import { doorTo } from "@/lib/shown-pages/door";

export const config = { api: { bodyParser: false } };

/**
 * The page of a universe, at `/u/<slug>` (next.config.ts). A door of this kind, since it is the only one through which Next
 * lets an answer that is pressed already (docs/decisions/0018).
 */
export default doorTo("u");
