import type { SupabaseClient } from "@supabase/supabase-js";
import { z } from "zod";
import type { Database } from "../contract/database.types.ts";
import { fromDatabase } from "../errors.ts";
import {
  type Accept,
  type Invitation,
  type Invite,
  invitationSchema,
  type MemberRole,
  type People,
  peopleSchema,
} from "./schema.ts";

type Db = SupabaseClient<Database>;

/** Who is in a draft, and for its owner who is invited. Throws `not_found`. */
export async function listMembers(db: Db, draftId: string): Promise<People> {
  const { data, error } = await db.rpc("list_members", { p_draft_id: draftId });
  if (error) throw fromDatabase(error);
  return peopleSchema.parse(data);
}

const secretSchema = z.object({ id: z.guid(), token: z.string(), expires_at: z.string() });

/**
 * Invites an address, or whoever gets the link, for 14 days. The token is in no other answer. Throws `not_found`,
 * `forbidden`, `already_member`, `too_many_people`.
 */
export async function createInvitation(db: Db, draftId: string, { email, role }: Invite) {
  const { data, error } = await db.rpc("create_invitation", {
    p_draft_id: draftId,
    p_role: role,
    ...(email ? { p_email: email } : {}),
  });
  if (error) throw fromDatabase(error);
  return secretSchema.parse(data);
}

/** Ends an open invitation; who has come by it stays. Throws `not_found`, `forbidden`. */
export async function revokeInvitation(db: Db, draftId: string, invitationId: string): Promise<void> {
  const { error } = await db.rpc("revoke_invitation", {
    p_draft_id: draftId,
    p_invitation_id: invitationId,
  });
  if (error) throw fromDatabase(error);
}

/** Says what a member may do from now on. Throws `not_found`, `forbidden`. */
export async function setMemberRole(
  db: Db,
  draftId: string,
  userId: string,
  role: MemberRole,
): Promise<void> {
  const { error } = await db.rpc("set_member_role", { p_draft_id: draftId, p_user_id: userId, p_role: role });
  if (error) throw fromDatabase(error);
}

/** Sends a member away, or leaves. Throws `not_found`, `forbidden`. */
export async function removeMember(db: Db, draftId: string, userId: string): Promise<void> {
  const { error } = await db.rpc("remove_member", { p_draft_id: draftId, p_user_id: userId });
  if (error) throw fromDatabase(error);
}

/** What the link of an invitation is about, for whoever has it; null when it is over. */
export async function findInvitation(db: Db, token: string): Promise<Invitation | null> {
  const { data, error } = await db.rpc("get_invitation", { p_token: token });
  if (error) throw fromDatabase(error);
  return invitationSchema.nullable().parse(data);
}

/** Open invitations to the caller's own address, newest first. */
export async function listInvitations(db: Db): Promise<Invitation[]> {
  const { data, error } = await db.rpc("list_invitations");
  if (error) throw fromDatabase(error);
  return z.array(invitationSchema).parse(data);
}

/** Makes the caller a member. Returns the id of the draft. Throws `not_found` when it is over, `forbidden` for another. */
export async function acceptInvitation(db: Db, invitation: Accept): Promise<string> {
  const { data, error } = await db.rpc(
    "accept_invitation",
    "token" in invitation ? { p_token: invitation.token } : { p_invitation_id: invitation.invitation_id },
  );
  if (error) throw fromDatabase(error);
  return data;
}

/** Ends an invitation to the caller's own address. Throws `not_found`. */
export async function declineInvitation(db: Db, invitationId: string): Promise<void> {
  const { error } = await db.rpc("decline_invitation", { p_invitation_id: invitationId });
  if (error) throw fromDatabase(error);
}
