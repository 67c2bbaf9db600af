import { request } from "node:http";
import { createTransport } from "nodemailer";
import { beforeAll, describe, expect, it } from "vitest";
import { stack } from "../setup/stack.ts";
import { mailTo } from "./mailbox.ts";

const address = `mail-${crypto.randomUUID()}@studio.test`;
let id: string;
const inbox = (path: string, init?: RequestInit) => fetch(stack().status.mailUrl + path, init);

beforeAll(async () => {
  const transport = createTransport({
    host: "127.0.0.1",
    port: stack().config.mailPort + 1,
    ignoreTLS: true,
  });
  await transport.sendMail({
    from: "Zoé <zoe@studio.test>",
    to: address,
    cc: `copy-${address}`,
    bcc: `hidden-${address}`,
    subject: "Über die Füchse 🦊 <b>",
    text: "Grüße & <tags>",
    html: "<p>Grüße <script>parent.document.title = 'broken'</script></p>",
    attachments: [{ filename: "fox.txt", content: "fox" }],
  });
  id = (await mailTo(address)).id;
});

describe("the mail catcher", () => {
  it("keeps what was sent, for every recipient, and lets tests read it", async () => {
    const answer = await inbox(`/api/messages/${id}`);
    expect(await answer.json()).toMatchObject({
      from: "zoe@studio.test",
      to: [address, `copy-${address}`, `hidden-${address}`],
      subject: "Über die Füchse 🦊 <b>",
      text: expect.stringContaining("Grüße & <tags>"),
      attachments: [{ filename: "fox.txt", sizeBytes: 3 }],
    });
    expect((await mailTo(`hidden-${address}`)).id).toBe(id);
    expect(await (await inbox(`/messages/${id}/raw`)).text()).toMatch(/^(From|Content-Type|Received): /m);
    expect((await inbox("/api/messages/none")).status).toBe(404);
  });

  it("shows a list and each message, without running or trusting what is in them", async () => {
    const list = await (await inbox("/")).text();
    expect(list).toContain(`/messages/${id}`);
    expect(list).not.toContain("🦊 <b>");
    const page = await (await inbox(`/messages/${id}`)).text();
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).not.toContain("<script>");
  });

  it("is neither read nor emptied by a page of another site", async () => {
    const origin = { origin: "http://elsewhere.test" };
    const read = await inbox("/api/messages", { headers: origin });
    expect(read.headers.get("access-control-allow-origin")).toBeNull();
    expect((await inbox("/clear", { method: "POST", headers: origin })).status).toBe(405);
    expect((await inbox("/api/messages", { method: "DELETE", headers: origin })).status).toBe(405);
    expect((await inbox(`/api/messages/${id}`)).status).toBe(200);
    const { port } = new URL(stack().status.mailUrl);
    const rebound = await new Promise<number | undefined>((resolve) => {
      const options = { host: "127.0.0.1", port, path: "/api/messages", headers: { host: "elsewhere.test" } };
      request(options, (answer) => resolve(answer.resume().statusCode)).end();
    });
    expect(rebound).toBe(403);
  });
});
