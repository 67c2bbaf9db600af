import type { SupabaseClient } from "@supabase/supabase-js";
import { type Judged, judges } from "../_shared/judge-file.ts";
import { unusable } from "../_shared/output-file.ts";
import { readPicture } from "../_shared/picture.ts";
import { isGone } from "../_shared/storage-answers.ts";
import { keepFile } from "../_shared/store-file.ts";
import { stripPicture } from "../_shared/strip-picture.ts";
import { openTurns } from "../_shared/turns.ts";
import { readFile, readWish } from "./read-request.ts";
import { refusalOf } from "./refusal.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Children look at it on small screens; the studio itself sends 1024. */
const maxSide = 2048;
const takeTurn = openTurns(3);

async function judgePicture(bytes: Bytes): Promise<[Bytes, Judged]> {
  const picture = readPicture(bytes);
  const plain = picture ? stripPicture(bytes, picture) : bytes;
  const judged = await judges.generate_image(plain);
  const { width = 0, height = 0 } = judged;
  if (Math.max(width, height) > maxSide)
    throw unusable("The picture has a wrong size.", { fault: "wrong_size", width, height });
  return [plain, judged];
}

async function judgeVoice(bytes: Bytes): Promise<[Bytes, Judged]> {
  return [bytes, await judges.generate_speech(bytes)];
}

/**
 * Puts a teacher's own picture, or recording of a name, on a card: asks as the caller whether they may, judges and
 * cleans the file, stores it where a model's would lie, and shows it. Gives the card. Throws Refusal, and JobFailure
 * for a file that cannot be used.
 */
export async function takeFile(
  request: Request,
  caller: SupabaseClient,
  worker: SupabaseClient,
): Promise<unknown> {
  const { draft, asset, piece, language = null } = readWish(request.url);
  const place = { p_draft_id: draft, p_asset_id: asset, p_piece: piece, p_language: language };
  const { data: owner, error: refused } = await caller.rpc("check_own_file", place);
  if (refused) throw refusalOf(refused);
  return takeTurn(async () => {
    const [bytes, judged] = await (piece === "image" ? judgePicture : judgeVoice)(await readFile(request));
    const keep = () => keepFile(bytes, judged, { user_id: owner, draft_id: draft }, worker.storage);
    const file = await keep();
    const { data, error } = await worker.rpc("add_own_file", { ...place, p_file: file });
    if (error) throw refusalOf(error);
    // It may have lain there unused and been swept away at this very moment; from now on it is in use.
    const { error: lost } = await worker.storage.from("draft-media").createSignedUrl(file.storage_path, 60);
    if (lost && isGone(lost)) await keep();
    return data;
  });
}
