import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

interface DraftNameConflictProps {
  mine: string;
  now: string;
  onMine: () => void;
  onTheirs: () => void;
}

/** Two people renamed the universe at once: both names, and a choice. */
export function DraftNameConflict({ mine, now, onMine, onTheirs }: DraftNameConflictProps) {
  const t = useTranslations("draftPage");
  return (
    <div role="alert" className="flex max-w-xl flex-col gap-3 rounded-3xl bg-sun-wash p-4 text-sun-ink">
      <p className="font-bold">{t("nameChanged")}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        <dt className="font-semibold">{t("mine")}</dt>
        <dd className="wrap-anywhere text-ink">{mine}</dd>
        <dt className="font-semibold">{t("now")}</dt>
        <dd className="wrap-anywhere text-ink">{now}</dd>
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onMine}>{t("keepMine")}</Button>
        <Button variant="secondary" onClick={onTheirs}>
          {t("takeTheirs")}
        </Button>
      </div>
    </div>
  );
}
