import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import { type ShippedTheme, themePicture } from "./theme";

const places = [
  "-rotate-9 -translate-x-[66%] translate-y-[5%]",
  "z-10 -translate-y-[4%]",
  "rotate-9 translate-x-[66%] translate-y-[5%]",
];

/** Three cards held like a hand of cards. */
export function PictureFan({ themes, className }: { themes: readonly ShippedTheme[]; className?: string }) {
  return (
    <div aria-hidden="true" className={cn("relative grid aspect-[2/1] place-items-center", className)}>
      {themes.slice(0, 3).map((theme, index) => (
        <Picture
          key={theme}
          src={themePicture(theme)}
          alt=""
          loading="eager"
          width={512}
          height={512}
          className={cn(
            "absolute w-[41%] rounded-[12%] border-[6px] border-[#fffdf9] bg-[#fffdf9] shadow-lift transition-transform duration-300",
            places[index],
          )}
        />
      ))}
    </div>
  );
}
