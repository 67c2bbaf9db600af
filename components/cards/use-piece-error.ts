import { useTranslations } from "next-intl";

/** Why a piece could not be made, in words; by the code of its job. */
export function usePieceError(): (code: string) => string {
  const t = useTranslations("pieceErrors");
  return (code) => t((t.has(code as never) ? code : "other") as "other");
}
