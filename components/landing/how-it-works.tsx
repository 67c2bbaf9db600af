import { Hand, Images, MousePointerClick } from "lucide-react";
import { useTranslations } from "next-intl";

const steps = [
  { key: "choose", icon: MousePointerClick, tone: "bg-sun-wash text-sun-ink" },
  { key: "watch", icon: Images, tone: "bg-sea-wash text-sea-ink" },
  { key: "swipe", icon: Hand, tone: "bg-berry-wash text-berry" },
] as const;

export function HowItWorks() {
  const t = useTranslations("landing.steps");
  return (
    <ol className="mx-auto grid max-w-7xl gap-4 px-4 py-14 sm:px-6 md:grid-cols-3">
      {steps.map(({ key, icon: Icon, tone }) => (
        <li key={key} className="flex items-center gap-4 rounded-card bg-surface p-5 shadow-card">
          <span className={`grid size-16 shrink-0 place-items-center rounded-3xl ${tone}`}>
            <Icon aria-hidden="true" className="size-8" />
          </span>
          <div>
            <h2 className="text-xl">{t(`${key}.name`)}</h2>
            <p className="text-ink-soft">{t(`${key}.text`)}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
