import { expect, type Locator } from "@playwright/test";

/**
 * Waits until each of these pictures has been loaded, and expects its own size to be 1024 by 1024; one that comes in the
 * size of the screen is only expected to be whole and square.
 */
export async function expectFullPictures(pictures: Locator): Promise<void> {
  for (const picture of await pictures.all()) {
    // Pictures below the fold are only fetched when they come near.
    await picture.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        picture.evaluate(({ complete, naturalWidth, naturalHeight, srcset }: HTMLImageElement) => {
          const isSized = srcset ? naturalWidth > 0 : naturalWidth === 1024;
          return complete && isSized && naturalWidth === naturalHeight;
        }),
      )
      .toBe(true);
  }
}

/** Where a picture comes from. Throws when it has no address. */
export async function addressOf(picture: Locator): Promise<string> {
  const address = await picture.evaluate((image: HTMLImageElement) => image.src);
  if (!address) throw new Error("the picture has no address");
  return address;
}
