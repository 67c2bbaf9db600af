import { useEffect } from "react";
import { placeOfPicture } from "@/components/viewer/card-stage";
import { sizesOf } from "@/lib/universes/picture-sizes";
import type { Card } from "@/lib/universes/schema";

/** Loads the pictures of all cards while a game is being chosen: nobody should have to guess what is not there yet. */
export function useLoadedPictures(cards: readonly Card[]): void {
  // Fills the browser's own store of pictures.
  useEffect(() => {
    for (const { image_url } of cards) {
      if (!image_url) continue;
      const picture = new Image();
      picture.sizes = placeOfPicture;
      picture.srcset = sizesOf(image_url) ?? "";
      picture.src = image_url;
    }
  }, [cards]);
}
