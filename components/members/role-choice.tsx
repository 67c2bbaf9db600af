import { Eye, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MemberRole } from "@/lib/members/schema";

const choices = [
  { role: "editor", icon: <Pencil aria-hidden="true" className="size-5" /> },
  { role: "viewer", icon: <Eye aria-hidden="true" className="size-5" /> },
] as const;

interface RoleChoiceProps {
  role: MemberRole;
  onChange: (role: MemberRole) => void;
}

/** To change the cards, or only to look. */
export function RoleChoice({ role, onChange }: RoleChoiceProps) {
  const t = useTranslations("members");
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-bold">{t("invite.role")}</legend>
      <div className="grid grid-cols-2 gap-2">
        {choices.map((choice) => (
          <label
            key={choice.role}
            className="flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-2xl border border-line-strong px-3 py-2 text-center font-semibold has-checked:border-leaf has-checked:bg-leaf-wash has-checked:text-leaf-ink has-focus-visible:outline-3 has-focus-visible:outline-sea has-focus-visible:outline-offset-3"
          >
            <input
              type="radio"
              name="role"
              value={choice.role}
              checked={role === choice.role}
              onChange={() => onChange(choice.role)}
              className="sr-only"
            />
            {choice.icon}
            {t(`roles.${choice.role}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
