"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { useAcceptInvitation } from "@/lib/members/mutations";

/** The one tap that makes the reader a member. */
export function AcceptInvitation({ token }: { token: string }) {
  const t = useTranslations("invitation");
  const router = useRouter();
  const problemText = useProblemText();
  const accept = useAcceptInvitation();
  return (
    <>
      {accept.error ? <FormError>{problemText(accept.error)}</FormError> : null}
      <Button
        size="lg"
        busy={accept.isPending || accept.isSuccess}
        onClick={() =>
          accept.mutate({ token }, { onSuccess: ({ draft_id }) => router.push(`/drafts/${draft_id}`) })
        }
      >
        {t("accept")}
      </Button>
    </>
  );
}
