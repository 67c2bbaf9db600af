import { Search } from "lucide-react";
import Form from "next/form";
import { useTranslations } from "next-intl";
import { buttonVariants } from "@/components/ui/button-variants";
import type { ShelfView } from "@/lib/universes/shelf-view";

/** Looks for words; what else was chosen stays. It needs no script. */
export function ShelfSearch({ view }: { view: ShelfView }) {
  const t = useTranslations("explore");
  const kept = Object.entries({
    language: view.language,
    theme: view.theme,
    size: view.size,
    sort: view.sort,
  });
  return (
    <Form action="/explore" role="search" className="flex max-w-2xl gap-2">
      <label htmlFor="shelf-search" className="sr-only">
        {t("search")}
      </label>
      <span className="relative min-w-0 flex-1">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 left-4 size-6 -translate-y-1/2 text-ink-soft"
        />
        <input
          // A new search is a new field: it shows what was looked for.
          key={view.search}
          id="shelf-search"
          name="search"
          type="search"
          maxLength={100}
          defaultValue={view.search ?? ""}
          placeholder={t("searchExample")}
          enterKeyHint="search"
          className="h-14 w-full rounded-full border border-line-strong bg-surface pr-4 pl-13 text-lg placeholder:text-ink-soft/80"
        />
      </span>
      {kept.map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      <button type="submit" className={buttonVariants({ size: "lg" })}>
        <span className="max-xs:sr-only">{t("searchAction")}</span>
        <Search aria-hidden="true" className="xs:hidden" />
      </button>
    </Form>
  );
}
