import { expect, it } from "vitest";
import { openAsking } from "./asking";

/** A question whose answers come when the test says so. */
function slowQuestion() {
  const answers: (() => void)[] = [];
  const question = () => new Promise<void>((done) => answers.push(done));
  return { answers, ...openAsking(question) };
}

it("asks once while the answer is on its way, and again when it has come", async () => {
  const { answers, ask } = slowQuestion();
  const [first, second] = [ask(), ask()];
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await Promise.all([first, second]);
  void ask();
  expect(answers).toHaveLength(2);
});

it("asks once more after something happened while an answer was on its way, however often it happened", async () => {
  const { answers, ask, askAnew } = slowQuestion();
  const first = ask();
  const anew = [askAnew(), askAnew()];
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await first;
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await Promise.all(anew);
  expect(answers).toHaveLength(2);
});

it("asks at once after something happened while nothing was on its way", () => {
  const { answers, askAnew } = slowQuestion();
  void askAnew();
  expect(answers).toHaveLength(1);
});
