import { beforeAll, describe, expect, it } from "vitest";
import { type JobStage, makeDraft, openJobStage } from "../fixtures/job-stage.ts";
import { call } from "../fixtures/studio.ts";
import { type NewEducator, newEducator, signedInClient } from "../setup/stack.ts";
import { mailsTo } from "../stack/mailbox.ts";

type Stage = JobStage & { editor: NewEducator; viewer: NewEducator };
type Who = keyof Stage | "anonymous";
const everyone: Who[] = ["owner", "editor", "viewer", "stranger", "support", "admin", "anonymous"];

let stage: Stage;
let draftId: string;

const tokenOf = (url: string) => url.split("/").pop() ?? "";
const invite = (role: string, email?: string) =>
  call<{ id: string; url: string; expires_at: string }>(
    stage.owner,
    "POST",
    `/api/drafts/${draftId}/invitations`,
    { role, ...(email ? { email } : {}) },
  );

beforeAll(async () => {
  const [people, editor, viewer] = await Promise.all([openJobStage(), newEducator("Ed"), newEducator("Vi")]);
  stage = { ...people, editor, viewer };
  draftId = await makeDraft(stage.owner);
  for (const role of ["editor", "viewer"] as const) {
    const { body } = await invite(role);
    const accepted = await call(stage[role], "POST", "/api/invitations/accept", { token: tokenOf(body.url) });
    expect(accepted).toMatchObject({ status: 200, body: { draft_id: draftId } });
  }
});

/** A door of a draft, what it is asked with, and what each of `everyone` is answered. */
type Door = [method: string, path: string, body: object | undefined, answers: number[]];

const nobody = crypto.randomUUID();
const doors: Record<string, Door> = {
  "the draft": ["GET", "", undefined, [200, 200, 200, 404, 200, 200, 401]],
  "its cards": ["GET", "/assets", undefined, [200, 200, 200, 404, 200, 200, 401]],
  "its progress": ["GET", "/status", undefined, [200, 200, 200, 404, 200, 200, 401]],
  "its forecast": ["GET", "/preflight", undefined, [200, 200, 200, 404, 404, 404, 401]],
  "its people": ["GET", "/members", undefined, [200, 200, 200, 404, 200, 200, 401]],
  "an edit": ["PATCH", "", { background_color: "#123456" }, [200, 200, 403, 404, 404, 404, 401]],
  "who may see it": ["PATCH", "", { visibility: "unlisted" }, [200, 403, 403, 404, 404, 404, 401]],
  "a publication": ["POST", "/publish", { visibility: "unlisted" }, [409, 403, 403, 404, 404, 404, 401]],
  "an invitation": ["POST", "/invitations", { role: "viewer" }, [201, 403, 403, 404, 404, 404, 401]],
  "the end of an invitation": [
    "DELETE",
    `/invitations/${nobody}`,
    undefined,
    [404, 403, 403, 404, 404, 404, 401],
  ],
  "another role": ["PATCH", `/members/${nobody}`, { role: "viewer" }, [404, 403, 403, 404, 404, 404, 401]],
  "sending somebody away": ["DELETE", `/members/${nobody}`, undefined, [404, 403, 403, 404, 404, 404, 401]],
  "a secret link": ["POST", "/preview-link", {}, [201, 403, 403, 404, 404, 404, 401]],
  "the end of secret links": ["DELETE", "/preview-link", undefined, [204, 403, 403, 404, 404, 404, 401]],
};

describe("who may do what with a shared draft", () => {
  for (const [name, [method, path, body, answers]] of Object.entries(doors))
    it(`is the same at every door: ${name}`, async () => {
      // The owner last, who may change something.
      const found: Partial<Record<Who, number>> = {};
      for (const who of everyone.toReversed()) {
        const { status } = await call(
          who === "anonymous" ? null : stage[who],
          method,
          `/api/drafts/${draftId}${path}`,
          body,
        );
        found[who] = status;
      }
      const expected = Object.fromEntries(everyone.map((who, place) => [who, answers[place]]));
      expect(found).toEqual(expected);
    });
});

it("a shared draft says what I am to it, and is in my list with who shares it", async () => {
  const { body } = await call<{ my_role: string; shared_by: string }>(
    stage.viewer,
    "GET",
    `/api/drafts/${draftId}`,
  );
  expect(body).toMatchObject({ my_role: "viewer", shared_by: "Nora" });
  const list = await call<{ items: { id: string; my_role: string }[] }>(stage.viewer, "GET", "/api/drafts");
  expect(list.body.items).toMatchObject([{ id: draftId, my_role: "viewer", shared_by: "Nora" }]);
});

it("an invitation to an address is shown to its account and to nobody else, until it is answered", async () => {
  const ada = await newEducator("Ada");
  const made = await invite("editor", ada.email);
  expect(made).toMatchObject({
    status: 201,
    body: { id: expect.any(String), url: expect.stringMatching(/\/invitations\/[0-9a-f]{64}$/) },
  });
  const open = async (who: NewEducator) =>
    (await call<{ items: { id: string }[] }>(who, "GET", "/api/invitations")).body.items.map(({ id }) => id);
  expect(await open(ada)).toEqual([made.body.id]);
  expect(await open(stage.stranger)).toEqual([]);
  const token = tokenOf(made.body.url);
  const other = await call(stage.stranger, "POST", "/api/invitations/accept", { token });
  expect(other).toMatchObject({ status: 403, body: { code: "forbidden" } });
  expect((await call(ada, "DELETE", `/api/invitations/${made.body.id}`)).status).toBe(204);
  expect(await open(ada)).toEqual([]);
  expect((await call(ada, "POST", "/api/invitations/accept", { token })).status).toBe(404);
});

it.each([
  ["no role", {}],
  ["the role of an owner", { role: "owner" }],
  ["no address", { role: "viewer", email: "ada" }],
  ["too long an address", { role: "viewer", email: `${"a".repeat(250)}@studio.test` }],
])("an invitation with %s is refused at its field", async (_what, input) => {
  const { status, body } = await call(stage.owner, "POST", `/api/drafts/${draftId}/invitations`, input);
  expect([status, body.code]).toEqual([422, "validation_failed"]);
});

it("who is here already is not invited again", async () => {
  expect(await invite("editor", stage.viewer.email)).toMatchObject({
    status: 409,
    body: { code: "already_member" },
  });
});

it("people of a draft appear to each other by Realtime, and strangers are not let in", async () => {
  const come = async (person: NewEducator) => {
    const client = await signedInClient(person.email);
    await client.realtime.setAuth();
    const channel = client.channel(`people:${draftId}`, {
      config: { private: true, presence: { key: person.id } },
    });
    channel.on("presence", { event: "sync" }, () => {});
    const status = await new Promise<string>((resolve) => channel.subscribe(resolve));
    return { client, channel, status };
  };
  const [owner, viewer, stranger] = [
    await come(stage.owner),
    await come(stage.viewer),
    await come(stage.stranger),
  ];
  try {
    expect([owner.status, viewer.status, stranger.status]).toEqual([
      "SUBSCRIBED",
      "SUBSCRIBED",
      "CHANNEL_ERROR",
    ]);
    expect(await viewer.channel.track({ asset_id: "a card" })).toBe("ok");
    await expect
      .poll(() => owner.channel.presenceState()[stage.viewer.id])
      .toMatchObject([{ asset_id: "a card" }]);
  } finally {
    for (const { client } of [owner, viewer, stranger]) await client.removeAllChannels();
  }
});

it("writes to whom it invites by an address, in their language", async () => {
  // Nothing of the stage's owner is worked on.
  const nora = await newEducator("Nora");
  const address = `fresh-${crypto.randomUUID()}@studio.test`;
  await call(nora, "PATCH", "/api/users/me", { language: "fr" });
  const path = `/api/drafts/${await makeDraft(nora)}/invitations`;
  expect((await call(nora, "POST", path, { role: "editor", email: address })).status).toBe(201);
  await expect
    .poll(async () => (await mailsTo(address)).map(({ subject }) => subject))
    .toEqual([expect.stringContaining("t’invite")]);
});
