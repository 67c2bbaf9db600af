"use client";

import { Square, Volume2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";

interface PlayButtonProps extends Pick<ButtonProps, "variant" | "size" | "className"> {
  url: string;
  /** What is heard, where there are several such buttons. */
  label?: string;
}

/** Plays a sound from its beginning, and stops it. */
export function PlayButton({ url, label, ...look }: PlayButtonProps) {
  const t = useTranslations("versions");
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const handleClick = () => {
    const player = audio.current;
    if (!player) return;
    if (isPlaying) return player.pause();
    player.currentTime = 0;
    // A browser that does not want to play leaves the button as it was.
    player.play().catch(() => {});
  };
  const word = t(isPlaying ? "stop" : "play");
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: the name that is said stands beside it */}
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onEnded={() => setIsPlaying(false)}
      />
      <Button variant="secondary" onClick={handleClick} aria-label={label && `${word}: ${label}`} {...look}>
        {isPlaying ? <Square aria-hidden="true" className="fill-current" /> : <Volume2 aria-hidden="true" />}
        {look.size?.startsWith("icon") ? null : word}
      </Button>
    </>
  );
}
