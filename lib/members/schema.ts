import { z } from "zod";
import { namesSchema } from "../contract/languages.ts";

/** What somebody who was invited may do with a draft. */
export const memberRoleSchema = z.enum(["viewer", "editor"]);
export type MemberRole = z.infer<typeof memberRoleSchema>;

export const inviteSchema = z.object({
  /** Without one, whoever has the link may come. */
  email: z.email().max(254).optional(),
  role: memberRoleSchema,
});
export type Invite = z.input<typeof inviteSchema>;

export const changeRoleSchema = z.object({ role: memberRoleSchema });

/** An invitation by the secret of its link, or by its id when it is to one's own address. */
export const acceptSchema = z.union([
  z.object({ token: z.string().min(1).max(200) }),
  z.object({ invitation_id: z.guid() }),
]);
export type Accept = z.input<typeof acceptSchema>;

export const memberSchema = z.object({
  user_id: z.guid(),
  name: z.string(),
  /** Null for those who do not invite. */
  email: z.string().nullable(),
  role: z.enum(["owner", "editor", "viewer"]),
});
export type Member = z.infer<typeof memberSchema>;

export const openInvitationSchema = z.object({
  id: z.guid(),
  email: z.string().nullable(),
  role: memberRoleSchema,
  created_at: z.string(),
  expires_at: z.string(),
});
export type OpenInvitation = z.infer<typeof openInvitationSchema>;

export const peopleSchema = z.object({
  items: z.array(memberSchema),
  total: z.number().int(),
  invitations: z.array(openInvitationSchema),
  /** Secret links to look at the draft; null for those who may not make them. */
  preview: z.object({ count: z.number().int(), expires_at: z.string().nullable() }).nullable(),
});
export type People = z.infer<typeof peopleSchema>;

/** A new invitation; its address is told this once. */
export interface NewInvitation {
  id: string;
  url: string;
  expires_at: string;
}

/** What somebody is told who is invited. */
export const invitationSchema = z.object({
  id: z.guid(),
  draft_id: z.guid(),
  role: memberRoleSchema,
  name: z.string(),
  names: namesSchema,
  theme: z.string(),
  invited_by: z.string(),
  expires_at: z.string(),
  /** False when it is for another address than the caller's. */
  is_for_me: z.boolean(),
});
export type Invitation = z.infer<typeof invitationSchema>;
