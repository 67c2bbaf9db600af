import { BookOpen, CircleAlert, CircleCheck, CircleDashed, LoaderCircle, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { DraftStatus } from "@/lib/contract/statuses";

const spinner = <LoaderCircle aria-hidden="true" className="animate-spin" />;

const looks: Record<DraftStatus, { tone: Tone; icon: React.ReactNode }> = {
  draft: { tone: "plain", icon: <PencilLine aria-hidden="true" /> },
  generating: { tone: "sea", icon: spinner },
  ready: { tone: "leaf", icon: <CircleCheck aria-hidden="true" /> },
  partial: { tone: "sun", icon: <CircleDashed aria-hidden="true" /> },
  failed: { tone: "danger", icon: <CircleAlert aria-hidden="true" /> },
  publishing: { tone: "sea", icon: spinner },
  published: { tone: "berry", icon: <BookOpen aria-hidden="true" /> },
};

export function StatusBadge({ status }: { status: DraftStatus }) {
  const t = useTranslations("draftStatus");
  const { tone, icon } = looks[status];
  return (
    <Badge tone={tone}>
      {icon}
      {t(status)}
    </Badge>
  );
}
