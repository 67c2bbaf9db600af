"use client";

import { ArrowUpDown, CircleCheck, ListChecks, Shapes, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isShippedTheme, shippedThemes } from "@/components/drafts/theme";
import { SearchField } from "@/components/site/search-field";
import {
  Menu,
  MenuCheckboxItem,
  MenuContent,
  MenuRadioGroup,
  MenuRadioItem,
  MenuTrigger,
} from "@/components/ui/menu";
import { cn } from "@/lib/cn";
import { draftStatuses } from "@/lib/contract/statuses";
import { type DraftView, draftSortSchema, draftSorts, isFiltered } from "@/lib/draft-list/view";
import { showDrafts, viewNow } from "./use-draft-view";

const chip =
  "inline-flex h-11 shrink-0 items-center gap-2 rounded-full border border-line bg-surface px-4 font-bold text-ink-soft hover:bg-sunken aria-pressed:border-sun aria-pressed:bg-sun-wash aria-pressed:text-sun-ink data-set:border-sun data-set:bg-sun-wash data-set:text-sun-ink [&_svg]:size-5 [&_svg]:shrink-0";

/** Ideas of one's own share a template. */
const themes = [...shippedThemes, "any"];

/** The list with one more, or one less; nothing at all when none is left. */
function toggled<Item>(list: Item[] | undefined, item: Item): Item[] | undefined {
  const next = list?.includes(item) ? list.filter((each) => each !== item) : [...(list ?? []), item];
  return next.length > 0 ? next : undefined;
}

/** Shows the view of the address with something else instead. */
function change(parts: { [Key in keyof DraftView]?: DraftView[Key] | undefined }, how?: "push" | "replace") {
  const { search, status, theme, sort } = { ...viewNow(), ...parts };
  showDrafts(
    {
      ...(search ? { search } : {}),
      ...(status ? { status } : {}),
      ...(theme ? { theme } : {}),
      sort: sort ?? "newest",
    },
    how,
  );
}

interface ChoiceProps<Item extends string> {
  icon: ReactNode;
  label: string;
  items: readonly Item[];
  chosen: Item[] | undefined;
  say: (item: Item) => string;
  onToggle: (item: Item) => void;
}

/** A chip that opens a list of which any may be on; it says which are. */
function Choice<Item extends string>({ icon, label, items, chosen, say, onToggle }: ChoiceProps<Item>) {
  return (
    <Menu>
      <MenuTrigger className={cn(chip, "max-w-72")} data-set={chosen ? "" : undefined}>
        {icon}
        <span className="truncate">{chosen ? chosen.map(say).join(", ") : label}</span>
      </MenuTrigger>
      <MenuContent>
        {items.map((item) => (
          <MenuCheckboxItem
            key={item}
            checked={chosen?.includes(item) ?? false}
            onCheckedChange={() => onToggle(item)}
          >
            {say(item)}
          </MenuCheckboxItem>
        ))}
      </MenuContent>
    </Menu>
  );
}

interface FilterBarProps {
  view: DraftView;
  isChoosing: boolean;
  onChoosing: (isChoosing: boolean) => void;
}

/** Which drafts are shown, and in which order. All of it is in the address. */
export function FilterBar({ view, isChoosing, onChoosing }: FilterBarProps) {
  const t = useTranslations("draftList");
  const tStatus = useTranslations("draftStatus");
  const tTheme = useTranslations("themes");
  return (
    <search aria-label={t("filters")} className="mb-3 flex flex-col gap-3 xl:flex-row xl:items-center">
      <SearchField
        asked={view.search ?? ""}
        onSearch={(text, how) => change({ search: text || undefined }, how)}
        label={t("search")}
        placeholder={t("searchExample")}
        maxLength={100}
        className="xl:w-80"
      />
      <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0">
        <Choice
          icon={<CircleCheck aria-hidden="true" />}
          label={t("status")}
          items={draftStatuses}
          chosen={view.status}
          say={(status) => tStatus(status)}
          onToggle={(status) => change({ status: toggled(viewNow().status, status) })}
        />
        <Choice
          icon={<Shapes aria-hidden="true" />}
          label={t("theme")}
          items={themes}
          chosen={view.theme}
          say={(theme) => (isShippedTheme(theme) ? tTheme(theme) : t("ownTheme"))}
          onToggle={(theme) => change({ theme: toggled(viewNow().theme, theme) })}
        />
        <Menu>
          <MenuTrigger className={chip} aria-label={t("sortedBy", { order: t(`sorts.${view.sort}`) })}>
            <ArrowUpDown aria-hidden="true" />
            {t(`sorts.${view.sort}`)}
          </MenuTrigger>
          <MenuContent>
            <MenuRadioGroup
              value={view.sort}
              onValueChange={(sort: unknown) => change({ sort: draftSortSchema.parse(sort) })}
            >
              {draftSorts.map((sort) => (
                <MenuRadioItem key={sort} value={sort} closeOnClick>
                  {t(`sorts.${sort}`)}
                </MenuRadioItem>
              ))}
            </MenuRadioGroup>
          </MenuContent>
        </Menu>
        <button
          type="button"
          aria-pressed={isChoosing}
          onClick={() => onChoosing(!isChoosing)}
          className={chip}
        >
          <ListChecks aria-hidden="true" />
          {t("choose")}
        </button>
        {isFiltered(view) ? (
          <button
            type="button"
            onClick={() => showDrafts({ sort: viewNow().sort })}
            className={cn(chip, "border-transparent bg-transparent text-berry")}
          >
            <X aria-hidden="true" />
            {t("clear")}
          </button>
        ) : null}
      </div>
    </search>
  );
}
