import { themeParams } from "@/lib/contract/params";
import { AppError } from "@/lib/errors";
import { defineRoute } from "@/lib/route";
import { findTheme } from "@/lib/themes/store";

export const GET = defineRoute({ for: "anyone", params: themeParams }, async ({ db, params }) => {
  const theme = await findTheme(db, params.theme);
  if (!theme) throw new AppError("not_found", "There is no such theme.");
  return theme;
});
