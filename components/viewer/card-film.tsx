import { useEffect, useEffectEvent, useRef } from "react";
import type { Sound } from "./sound/sound";

interface CardFilmProps {
  url: string;
  poster: string | null;
  sound: Sound;
  /** The film is over, or something else is heard. */
  onEnd: () => void;
}

/** A film that plays once, by itself, in its place. */
export function CardFilm({ url, poster, sound, onEnd }: CardFilmProps) {
  const film = useRef<HTMLVideoElement>(null);
  const handleEnd = useEffectEvent(onEnd);

  // The element plays through the owner of sound, which pauses it as soon as something else begins.
  useEffect(() => {
    const element = film.current;
    if (!element) return;
    const end = () => {
      sound.filmEnded(element);
      handleEnd();
    };
    element.addEventListener("pause", end);
    element.addEventListener("error", end);
    sound.show(element);
    return () => {
      element.removeEventListener("pause", end);
      element.removeEventListener("error", end);
      sound.filmEnded(element);
    };
  }, [sound]);

  return (
    // biome-ignore lint/a11y/useMediaCaption: nothing is said in these films
    <video
      ref={film}
      src={url}
      poster={poster ?? undefined}
      playsInline
      preload="auto"
      width={720}
      height={720}
      className="size-full object-cover"
    />
  );
}
