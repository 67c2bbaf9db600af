import { noticePayloadSchema } from "../../../../lib/contract/worker.ts";
import { writeInvitationLetter } from "../invitation-letter.ts";
import { readPayload } from "../read-payload.ts";
import type { Generator } from "./registry.ts";

/** Writes to somebody about what happened. What is over by then needs no letter any more. */
export const notify: Generator = async (job, { engine, post, environment }) => {
  const { invitation_id } = readPayload(noticePayloadSchema, job.payload);
  const invitation = await engine.getInvitationLetter(invitation_id);
  if (invitation)
    await post.send({
      id: job.id,
      ...(await writeInvitationLetter(invitation, new URL("/drafts", environment.studioUrl).href)),
    });
  await engine.completeJob(job.id, job.attempt, {});
  return invitation ? "sent" : "over";
};
