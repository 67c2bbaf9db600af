"use client";

import { Music, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";

/** Plays the music of a universe from its beginning, and stops it. */
export function MusicButton({ url }: { url: string }) {
  const t = useTranslations("draft");
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const handleClick = () => {
    const player = audio.current;
    if (!player) return;
    if (isPlaying) player.pause();
    else {
      player.currentTime = 0;
      // A browser that does not want to play leaves the button as it was.
      player.play().catch(() => {});
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: instrumental music has no words */}
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onEnded={() => setIsPlaying(false)}
      />
      <Button variant="secondary" onClick={handleClick} aria-pressed={isPlaying}>
        {isPlaying ? <Square aria-hidden="true" className="fill-current" /> : <Music aria-hidden="true" />}
        {t(isPlaying ? "stopMusic" : "playMusic")}
      </Button>
    </>
  );
}
