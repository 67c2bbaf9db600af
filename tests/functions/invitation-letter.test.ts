import { describe, expect, it } from "vitest";
import { languages } from "../../lib/contract/languages.ts";
import { writeInvitationLetter } from "../../supabase/functions/generation-worker/invitation-letter.ts";

const invitation = {
  to: "ada@studio.test",
  role: "editor" as const,
  invited_by: "Nora",
  universe: "Der Ozean",
  expires_at: "2026-12-05T10:00:00+00:00",
};
const url = "https://studio.example.org/drafts";

describe("the letter about an invitation", () => {
  it.each(languages)("says in %s who invites to what, until when, and where to go", async (language) => {
    const letter = await writeInvitationLetter({ ...invitation, language }, url);
    expect(letter.to).toBe(invitation.to);
    for (const part of [letter.subject, letter.text, letter.html])
      for (const name of ["Nora", "Der Ozean"]) expect(part).toContain(name);
    for (const part of [letter.text, letter.html])
      for (const word of [url, "ada@studio.test", "2026"]) expect(part).toContain(word);
    expect(letter.html).toContain(`<html lang="${language}">`);
    expect(letter.text).not.toContain("letters.");
  });

  it("is another one for who may only look", async () => {
    const editor = await writeInvitationLetter({ ...invitation, language: "en" }, url);
    const viewer = await writeInvitationLetter({ ...invitation, role: "viewer", language: "en" }, url);
    expect(editor.text).not.toBe(viewer.text);
  });

  it("takes names for words, whatever is in them", async () => {
    const names = { invited_by: `<b onclick="x">`, universe: "{name} & 'co'" };
    const letter = await writeInvitationLetter({ ...invitation, ...names, language: "de" }, url);
    expect(letter.html).not.toContain("<b ");
    expect(letter.html).toContain("&lt;b onclick=&quot;x&quot;&gt;");
    expect(letter.text).toContain("{name} & 'co'");
  });

  it("carries no address of anybody's choice, and no line of it", async () => {
    const names = { invited_by: "Win at https://bad.example/x now", universe: "www.bad.example\r\nBcc: all" };
    const letter = await writeInvitationLetter({ ...invitation, ...names, language: "en" }, url);
    expect(`${letter.subject}${letter.text}${letter.html}`).not.toContain("bad.example");
    expect(letter.subject).not.toMatch(/[\r\n]/);
  });
});
