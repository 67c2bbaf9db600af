"use client";

import { Film, ImageIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonVariants } from "@/components/ui/button-variants";
import { Picture } from "@/components/ui/picture";
import { cn } from "@/lib/cn";
import type { Asset } from "@/lib/drafts/schema";
import { rise } from "./motion";

interface CardMediaProps {
  asset: Asset;
  name: string;
  alt: string;
  isMaking: boolean;
  /** The address of a file no longer works. */
  onBroken: () => void;
}

/** The picture of a card and, when asked for, its video in the same place. */
export function CardMedia({ asset, name, alt, isMaking, onBroken }: CardMediaProps) {
  const t = useTranslations("cards");
  const [isPlaying, setIsPlaying] = useState(false);
  const look = cn("size-full object-cover", isMaking && !asset.video_url && "opacity-50 saturate-50");
  if (!asset.image_url)
    return <div className={cn("absolute inset-0", isMaking && "animate-shimmer bg-sea-wash")} />;
  return (
    <>
      {isPlaying && asset.video_url ? (
        <video
          key={asset.video_path}
          src={asset.video_url}
          poster={asset.image_url}
          aria-label={alt}
          onError={onBroken}
          autoPlay
          loop
          muted
          playsInline
          width={720}
          height={720}
          className={look}
        />
      ) : (
        <Picture
          key={asset.image_path}
          src={asset.image_url}
          alt={alt}
          onError={onBroken}
          onLoad={(event) => rise(event.currentTarget)}
          width={1024}
          height={1024}
          className={look}
        />
      )}
      {asset.video_url ? (
        <button
          type="button"
          aria-label={t(isPlaying ? "showPicture" : "showVideo", { name })}
          title={t(isPlaying ? "showPicture" : "showVideo", { name })}
          onClick={() => setIsPlaying(!isPlaying)}
          className={cn(
            buttonVariants({ variant: "quiet", size: "icon" }),
            "absolute bottom-2 left-2 z-10 bg-surface/92 text-sea shadow-card hover:bg-surface",
          )}
        >
          {isPlaying ? <ImageIcon aria-hidden="true" /> : <Film aria-hidden="true" />}
        </button>
      ) : null}
    </>
  );
}
