import type { Page } from "@playwright/test";
import { expectNoBarriers } from "./setup/accessibility.ts";
import { newEducator } from "./setup/people.ts";
import { heard, passGate, soundingUniverse } from "./setup/shelf.ts";
import { anybody, expect, test } from "./setup/test.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const names = (page: Page) => page.getByRole("listitem").getByRole("paragraph");
const kept = (page: Page) => page.evaluate(() => Object.keys({ ...localStorage, ...sessionStorage }));

test("a teacher leads two children, calls for eyes, lets them play, and nobody is lost on the way", async ({
  browserOf,
}) => {
  const slug = await soundingUniverse();
  const teacher = await browserOf(await newEducator());
  await teacher.goto(`/class/open/${slug}`);
  await button(teacher, "Open the room").click();
  await expect(button(teacher, "Begin")).toBeVisible();
  const code = new URL(teacher.url()).pathname.split("/").pop() ?? "";
  await expect(teacher.getByText("Nobody is here yet")).toBeVisible();

  // One child scans the code, the other one taps the letters.
  const [mia, tom] = [await browserOf(anybody), await browserOf(anybody)];
  await mia.goto(`/class/${code}`);
  await expect(mia.getByText("This is you")).toBeVisible();
  await tom.goto("/class");
  await expect(button(tom, "Join")).toBeDisabled();
  for (const letter of code) await button(tom, letter).click();
  await expect(tom.getByText("This is you")).toBeVisible();
  await expect(teacher.getByText("2 screens are here")).toBeVisible();

  await button(teacher, "Begin").click();
  for (const child of [mia, tom]) await expect(names(child)).toHaveText(["fox"]);
  await teacher.keyboard.press("ArrowRight");
  for (const child of [mia, tom]) await expect(names(child)).toHaveText(["whale"]);

  // Silent until the teacher wants to hear them.
  await expect(button(mia, "Listen")).toBeHidden();
  await teacher.getByRole("switch", { name: "Screens say the names" }).check();
  await button(mia, "Listen").click();
  await expect.poll(() => heard(mia)).toMatchObject({ voice: true });

  await teacher.keyboard.press("e");
  for (const child of [mia, tom]) await expect(child.getByText("Eyes here!")).toBeVisible();
  await expect.poll(() => heard(mia)).toMatchObject({ voice: false });
  // What happened while a screen was away is there when it comes back.
  await tom.goto("about:blank");
  await expect(teacher.getByText("1 screen is here")).toBeVisible();
  await button(teacher, "Follow me").click();
  await button(teacher, "Show “owl” to everybody").click();
  await expect(names(mia)).toHaveText(["owl"]);
  await tom.goBack();
  await expect(names(tom)).toHaveText(["owl"]);
  await expect(teacher.getByText("2 screens are here")).toBeVisible();

  // The language that the teacher leads in goes along into free play, where a child may choose another.
  await button(teacher, "de").click();
  for (const child of [mia, tom]) await expect(names(child)).toHaveText(["Eule"]);
  await button(teacher, "Free play").click();
  for (const child of [mia, tom]) await expect(names(child)).toHaveText(["Fuchs"]);
  await button(mia, "Nächste Karte").click();
  await expect(names(mia)).toHaveText(["Wal"]);

  // The room outlives the page of its teacher, who may lead on from there.
  await teacher.reload();
  await expect(button(teacher, "Free play")).toHaveAttribute("aria-pressed", "true");
  await button(teacher, "Follow me").click();
  for (const child of [mia, tom]) await expect(names(child)).toHaveText(["Eule"]);
  for (const child of [mia, tom]) {
    expect(await kept(child)).toEqual([]);
    expect(await child.context().cookies()).toEqual([]);
  }

  await button(teacher, "End the class").click();
  await teacher.getByRole("dialog").getByRole("button", { name: "End the class" }).click();
  await expect(teacher.getByRole("heading", { name: "This class is over" })).toBeVisible();
  for (const child of [mia, tom]) await expect(child.getByText("The class is over. Bye!")).toBeVisible();
  await mia.reload();
  await expect(mia.getByText("That class is over.")).toBeVisible();
});

test("nothing keeps anybody out of a class, at its door, on its screens and at the teacher's desk", async ({
  browserOf,
}) => {
  const slug = await soundingUniverse();
  const teacher = await browserOf(await newEducator(), { reducedMotion: "reduce" });
  await teacher.goto(`/class/open/${slug}`);
  await expectNoBarriers(teacher);
  await button(teacher, "Open the room").click();
  await expect(button(teacher, "Begin")).toBeVisible();
  await expectNoBarriers(teacher);
  await button(teacher, "Begin").click();
  await expect(teacher.getByRole("list", { name: "All cards" })).toBeVisible();
  await expectNoBarriers(teacher);

  const child = await browserOf(anybody, { reducedMotion: "reduce" });
  await child.goto("/class?code=BDFGBDFG");
  await expect(child.getByText("There is no class with these letters.")).toBeVisible();
  await child.goto("/class?code=BDFGBDFG&wait=1");
  await expect(child.getByText("Many letters were tried here.")).toBeVisible();
  await expectNoBarriers(child);
  await child.goto(new URL(teacher.url()).pathname.replace("/lead", ""));
  await expect(names(child)).toHaveText(["fox"]);
  await expectNoBarriers(child);
  // Adults find their corner, and the way out, also where the teacher leads. Who is counted has a page that runs.
  await expect(teacher.getByText("1 screen is here")).toBeVisible();
  const corner = await passGate(child);
  await expect(corner.getByRole("link", { name: "Leave the cards" })).toBeVisible();
  await expect(corner.getByRole("button", { name: "Start the slideshow" })).toHaveCount(0);
  await child.keyboard.press("Escape");
  await expect(corner).toBeHidden();
  await button(teacher, "Eyes here").click();
  await expect(child.getByText("Eyes here!")).toBeVisible();
  await expectNoBarriers(child);
});
