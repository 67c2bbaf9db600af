import { expect, it } from "vitest";
import { stylesFor } from "./first-styles.ts";

const page = '<body class="a sm:p-5 [&amp;_svg]:size-8 w-1.5"><p class="b">one</p></body>';
const styles = (css: string) => stylesFor(page, css, "/_next/static/chunks/one.css");

it("keeps rules of classes that are in the page, and those that name none", () => {
  expect(styles(".a{x:1}.c{x:2}p{x:3}.a .b{x:4}.a .c{x:5}:root,:host{--y:1}")).toBe(
    ".a{x:1}p{x:3}.a .b{x:4}:root,:host{--y:1}",
  );
});

it("keeps a rule when one of its selectors is wanted, also with commas in brackets", () => {
  expect(styles(".c,.b{x:1}.c:is(.d,.b),.e{x:2}.b:is(:hover,:focus){x:3}")).toBe(
    ".c,.b{x:1}.b:is(:hover,:focus){x:3}",
  );
});

it("reads names with signs as they are written in both", () => {
  const css = ".sm\\:p-5{x:1}.\\[\\&_svg\\]\\:size-8 svg{x:2}.w-1\\.5{x:3}.w-1{x:4}.md\\:p-5{x:5}";
  expect(styles(css)).toBe(".sm\\:p-5{x:1}.\\[\\&_svg\\]\\:size-8 svg{x:2}.w-1\\.5{x:3}");
});

it("leaves the order of layers and what stands around rules, but nothing empty", () => {
  const css =
    "@layer theme,base;@layer base{.a{x:1}}@media (width>1px){.c{x:2}}@supports (x:1){@media print{.b{x:3}}}";
  expect(styles(css)).toBe("@layer theme,base;@layer base{.a{x:1}}@supports (x:1){@media print{.b{x:3}}}");
});

it("is not misled by braces in texts", () => {
  expect(styles('.a{content:"}"}.c{content:"\\"}{"}.b{x:1}')).toBe('.a{content:"}"}.b{x:1}');
});

it("keeps a registered property as long as something reads it", () => {
  const css =
    ".a{rotate:var(--one)}.c{rotate:var(--two)}@property --one{syntax:'*'}@property --two{syntax:'*'}";
  expect(styles(css)).toBe(".a{rotate:var(--one)}@property --one{syntax:'*'}");
});

it("names files as they are seen from the page", () => {
  const css = "@font-face{src:url(../media/one.woff2)}.a{x:url('two.png')}.b{x:url(data:a,b)url(/three.png)}";
  expect(styles(css)).toBe(
    "@font-face{src:url(/_next/static/media/one.woff2)}.a{x:url(/_next/static/chunks/two.png)}.b{x:url(data:a,b)url(/three.png)}",
  );
});
