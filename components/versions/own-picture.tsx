"use client";

import { ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useEffect, useRef, useState } from "react";
import { FormError } from "@/components/auth/notice";
import { useProblemText } from "@/components/site/use-problem-text";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import type { Asset } from "@/lib/drafts/schema";
import { Problem } from "@/lib/problem";
import { squareOf } from "@/lib/versions/crop";
import { useAddOwnFile } from "@/lib/versions/mutations";
import { openPicture, PictureProblem, squarePicture } from "@/lib/versions/prepare-picture";
import { useUndoFile } from "./use-undo-file";

const faults = ["unreadable", "wrong_size", "blank"] as const;

/** What is wrong with a picture, as this browser or the studio found. */
function faultOf(error: unknown) {
  const words =
    error instanceof PictureProblem
      ? [error.fault]
      : error instanceof Problem
        ? error.errors.map(({ message }) => message)
        : [];
  return faults.find((fault) => words.includes(fault));
}

/** Puts a picture of one's own on a card: chosen, cut to a square, and sent without what the camera wrote into it. */
export function OwnPicture({ asset, name }: { asset: Asset; name: string }) {
  const t = useTranslations("versions.picture");
  const problemText = useProblemText();
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const { mutateAsync, isPending } = useAddOwnFile(asset.draft_id, asset.id);
  const tell = useUndoFile(asset.draft_id, asset.id, { piece: "image" });

  const handleChoice = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    // The same file may be chosen again.
    target.value = "";
    if (!file) return;
    setProblem(null);
    setIsOpen(true);
    await openPicture(file).then(setPicture, (error: unknown) => {
      setPicture(null);
      setProblem(error);
    });
  };
  const handleKeep = async (place: number) => {
    if (!picture || isPending) return;
    const before = asset.image_path;
    try {
      await mutateAsync({ file: await squarePicture(picture, place) });
      setIsOpen(false);
      tell(t("done"), before);
    } catch (error) {
      setProblem(error);
    }
  };
  const fault = faultOf(problem);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-label={t("choose")}
        onChange={handleChoice}
        className="sr-only"
      />
      <Button variant="secondary" onClick={() => input.current?.click()}>
        <ImageUp aria-hidden="true" />
        {t("choose")}
      </Button>
      <Dialog open={isOpen} onOpenChange={setIsOpen}>
        <DialogContent title={t("title", { name })} description={t("text")} closeLabel={t("close")}>
          {problem ? <FormError>{fault ? t(fault) : problemText(problem)}</FormError> : null}
          {picture ? (
            <Cut key={picture.width} picture={picture} isBusy={isPending} onKeep={handleKeep} />
          ) : null}
          <Button variant="quiet" onClick={() => input.current?.click()}>
            {t("another")}
          </Button>
        </DialogContent>
      </Dialog>
    </>
  );
}

const previewSide = 640;

interface CutProps {
  picture: ImageBitmap;
  isBusy: boolean;
  onKeep: (place: number) => void;
}

function Cut({ picture, isBusy, onKeep }: CutProps) {
  const t = useTranslations("versions.picture");
  const canvas = useRef<HTMLCanvasElement>(null);
  const [place, setPlace] = useState(0.5);
  // Draws on the canvas of the page.
  useEffect(() => {
    const { x, y, side } = squareOf(picture, place);
    const context = canvas.current?.getContext("2d");
    context?.clearRect(0, 0, previewSide, previewSide);
    context?.drawImage(picture, x, y, side, side, 0, 0, previewSide, previewSide);
  }, [picture, place]);
  return (
    <>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t("preview")}
        width={previewSide}
        height={previewSide}
        className="mx-auto aspect-square w-full max-w-80 rounded-card border border-line bg-white"
      />
      {picture.width === picture.height ? null : (
        <label className="flex flex-col gap-1 font-bold">
          {t("move")}
          <input
            type="range"
            min={0}
            max={1}
            step={0.01}
            value={place}
            onChange={({ target }) => setPlace(Number(target.value))}
            className="h-11 w-full accent-berry"
          />
        </label>
      )}
      <Button size="lg" busy={isBusy} onClick={() => onKeep(place)}>
        <ImageUp aria-hidden="true" />
        {t("keep")}
      </Button>
    </>
  );
}
