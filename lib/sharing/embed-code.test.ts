import { expect, test } from "vitest";
import { embedCode } from "./embed-code.ts";

test("the code for a website shows the cards, whatever is in their name", () => {
  const code = embedCode({ origin: "https://studio.test", slug: "ocean", name: `"Sea" <script> & sand` });
  expect(code).toContain('src="https://studio.test/embed/ocean"');
  expect(code).toContain('title="&quot;Sea&quot; &lt;script&gt; &amp; sand"');
  expect(code.match(/[<>]/g)).toEqual(["<", ">", "<", ">"]);
});
