"use client";

import { Music, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { silenceOthers } from "@/components/universes/panel/sole-sound";

interface MusicButtonProps {
  url: string;
  /** The address no longer works. */
  onBroken: () => void;
}

/** Plays the music of a universe from its beginning, and stops it. An address that is renewed meanwhile waits for the end. */
export function MusicButton({ url, onBroken }: MusicButtonProps) {
  const t = useTranslations("draft");
  const audio = useRef<HTMLAudioElement>(null);
  const [playingUrl, setPlayingUrl] = useState<string | null>(null);
  const isPlaying = playingUrl !== null;
  const label = t(isPlaying ? "stopMusic" : "playMusic");
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
        src={playingUrl ?? url}
        preload="none"
        onPlay={({ currentTarget }) => {
          silenceOthers(currentTarget);
          setPlayingUrl(url);
        }}
        onPause={() => setPlayingUrl(null)}
        onEnded={() => setPlayingUrl(null)}
        onError={() => {
          setPlayingUrl(null);
          onBroken();
        }}
      />
      <Button
        variant="secondary"
        size="icon"
        aria-label={label}
        title={label}
        aria-pressed={isPlaying}
        onClick={handleClick}
      >
        {isPlaying ? <Square aria-hidden="true" className="fill-current" /> : <Music aria-hidden="true" />}
      </Button>
    </>
  );
}
