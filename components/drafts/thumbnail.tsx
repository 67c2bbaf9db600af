import { LogoMark } from "@/components/brand/logo-mark";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import { isShippedTheme, themePicture } from "./theme";

interface ThumbnailProps {
  url: string | null;
  theme: string;
  className?: string;
}

/** The first picture of a universe; until there is one, the picture of its theme, pale. */
export function Thumbnail({ url, theme, className }: ThumbnailProps) {
  const source = url ?? (isShippedTheme(theme) ? themePicture(theme) : null);
  return (
    <span className={cn("grid place-items-center overflow-hidden bg-sunken", className)}>
      {source ? (
        <Picture
          src={source}
          alt=""
          width={512}
          height={512}
          className={cn("size-full object-cover", !url && "opacity-45 saturate-50")}
        />
      ) : (
        <LogoMark className="size-1/3 opacity-60" />
      )}
    </span>
  );
}
