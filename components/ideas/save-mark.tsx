import { Check, CircleAlert, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Saving } from "./use-saving";

const marks = {
  saving: <LoaderCircle aria-hidden="true" className="animate-spin" />,
  saved: <Check aria-hidden="true" className="text-leaf" />,
  failed: <CircleAlert aria-hidden="true" className="text-danger" />,
};

/** Whether the last change is kept. */
export function SaveMark({ saving }: { saving: Saving }) {
  const t = useTranslations("ideas.state");
  return (
    <span
      role="status"
      className="flex h-7 items-center gap-1.5 px-1 font-bold text-ink-soft text-sm [&_svg]:size-4"
    >
      {marks[saving]}
      {t(saving)}
    </span>
  );
}
