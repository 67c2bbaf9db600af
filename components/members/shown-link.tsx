import { useTranslations } from "next-intl";
import { CopyField } from "@/components/sharing/copy-field";
import { useCopyWords } from "@/components/sharing/use-copy-words";

/** An address that is shown this once, to copy. */
export function ShownLink({ url, children }: { url: string; children: string }) {
  const t = useTranslations("members");
  const words = useCopyWords();
  return (
    <div role="status" className="flex animate-rise flex-col gap-2 rounded-2xl bg-leaf-wash p-3.5">
      <p className="text-leaf-ink text-sm">{children}</p>
      <CopyField words={words} key={url} label={t("address")} value={url} />
    </div>
  );
}
