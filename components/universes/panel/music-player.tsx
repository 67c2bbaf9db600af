"use client";

import { Pause, Play, Repeat, Volume2, VolumeX } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { silenceOthers } from "./sole-sound";

interface MusicPlayerProps {
  url: string;
  /** The address no longer works. */
  onBroken: () => void;
}

/** Minutes and seconds, as players show them. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Plays the music of a universe, from wherever one likes, as loud as one likes, and over and over as children hear it. */
export function MusicPlayer({ url, onBroken }: MusicPlayerProps) {
  const t = useTranslations("universePanel.player");
  const audio = useRef<HTMLAudioElement>(null);
  // An address that is renewed meanwhile waits until the music is heard no more.
  const [source, setSource] = useState(url);
  const [isPlaying, setIsPlaying] = useState(false);
  const [isLoop, setIsLoop] = useState(true);
  const [length, setLength] = useState(0);
  const [at, setAt] = useState(0);
  const [volume, setVolume] = useState(0.8);
  if (!isPlaying && source !== url) setSource(url);

  const handlePlay = () => {
    const player = audio.current;
    if (!player) return;
    if (!player.paused) return player.pause();
    player.volume = volume;
    // A browser that does not want to play leaves the button as it was.
    player.play().catch(() => {});
  };
  const handleSeek = (seconds: number) => {
    setAt(seconds);
    if (audio.current) audio.current.currentTime = seconds;
  };
  const handleVolume = (share: number) => {
    setVolume(share);
    if (audio.current) audio.current.volume = share;
  };
  return (
    <section
      aria-label={t("title")}
      className="flex flex-col gap-2 rounded-3xl bg-sea-wash p-3.5 text-sea-ink"
    >
      {/* biome-ignore lint/a11y/useMediaCaption: instrumental music has no words */}
      <audio
        ref={audio}
        src={source}
        loop={isLoop}
        preload="metadata"
        onLoadedMetadata={({ currentTarget }) => setLength(currentTarget.duration)}
        onTimeUpdate={({ currentTarget }) => setAt(currentTarget.currentTime)}
        onPlay={({ currentTarget }) => {
          silenceOthers(currentTarget);
          setIsPlaying(true);
        }}
        onPause={() => setIsPlaying(false)}
        onError={() => {
          setIsPlaying(false);
          onBroken();
        }}
      />
      <div className="flex items-center gap-3">
        <Button size="icon" onClick={handlePlay} aria-label={t(isPlaying ? "pause" : "play")}>
          {isPlaying ? (
            <Pause aria-hidden="true" className="fill-current" />
          ) : (
            <Play aria-hidden="true" className="fill-current" />
          )}
        </Button>
        <input
          type="range"
          aria-label={t("seek")}
          aria-valuetext={t("position", { at: clock(at), length: clock(length) })}
          min={0}
          max={length || 1}
          step={0.1}
          value={Math.min(at, length || 1)}
          onChange={({ target }) => handleSeek(Number(target.value))}
          className="h-11 min-w-0 flex-1 cursor-pointer accent-sea"
        />
        <span className="shrink-0 font-semibold text-sm tabular-nums">
          {clock(at)} / {clock(length)}
        </span>
      </div>
      <div className="flex items-center gap-3">
        <Button
          variant="quiet"
          size="icon"
          aria-pressed={isLoop}
          aria-label={t("loop")}
          onClick={() => setIsLoop(!isLoop)}
          className="text-sea-ink hover:bg-surface/60 aria-pressed:bg-surface"
        >
          <Repeat aria-hidden="true" />
        </Button>
        <label className="flex flex-1 items-center gap-2">
          {volume === 0 ? <VolumeX aria-hidden="true" /> : <Volume2 aria-hidden="true" />}
          <span className="sr-only">{t("volume")}</span>
          <input
            type="range"
            min={0}
            max={1}
            step={0.05}
            value={volume}
            aria-valuetext={t("percent", { volume })}
            onChange={({ target }) => handleVolume(Number(target.value))}
            className="h-11 w-full max-w-48 cursor-pointer accent-sea"
          />
        </label>
      </div>
    </section>
  );
}
