import { Box, ImageOff, Music, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import type { Version } from "@/lib/versions/schema";
import { PlayButton } from "./play-button";

const isSound = ({ mime_type }: Version) => mime_type.startsWith("audio/");

function Sign({ children, label }: { children: React.ReactNode; label?: string }) {
  return (
    <span className="grid size-full place-items-center gap-1 bg-sea-wash p-2 text-center text-sea-ink text-sm [&_svg]:size-7">
      {children}
      {label}
    </span>
  );
}

/** A version as small as a stamp: silent, and still. */
export function VersionStamp({ version }: { version: Version }) {
  if (isSound(version)) return <Sign>{version.piece === "music" ? <Music /> : <Volume2 />}</Sign>;
  if (version.piece === "model3d") return <Sign>{<Box />}</Sign>;
  if (!version.url) return <Sign>{<ImageOff />}</Sign>;
  if (version.piece === "video")
    return (
      <video
        src={`${version.url}#t=0.1`}
        muted
        playsInline
        preload="metadata"
        width={96}
        height={96}
        className="size-full object-cover"
      />
    );
  return <Picture src={version.url} alt="" width={96} height={96} className="size-full object-cover" />;
}

/** A version as it is seen or heard. */
export function VersionMedia({ version, name, label }: { version: Version; name: string; label: string }) {
  const t = useTranslations("versions");
  const frame = "w-full rounded-2xl border border-line bg-sunken";
  if (!version.url)
    return (
      <div className={cn(frame, "aspect-square overflow-hidden")}>
        <Sign label={t("missing")}>
          <ImageOff aria-hidden="true" />
        </Sign>
      </div>
    );
  if (isSound(version))
    return (
      <div className={cn(frame, "grid place-items-center gap-2 p-4 text-center")}>
        {version.piece === "speech" ? <q className="font-bold wrap-anywhere">{version.prompt}</q> : null}
        <PlayButton url={version.url} label={label} />
      </div>
    );
  if (version.piece === "model3d")
    return (
      <div className={cn(frame, "aspect-square overflow-hidden")}>
        <Sign label={t("figure")}>
          <Box aria-hidden="true" />
        </Sign>
      </div>
    );
  if (version.piece === "video")
    return (
      <video
        src={version.url}
        aria-label={`${name}, ${label}`}
        controls
        loop
        muted
        playsInline
        width={720}
        height={720}
        className={cn(frame, "aspect-square object-cover")}
      />
    );
  return (
    <Picture
      src={version.url}
      alt={`${name}, ${label}`}
      width={version.width ?? 1024}
      height={version.height ?? 1024}
      className={cn(frame, "h-auto")}
    />
  );
}
