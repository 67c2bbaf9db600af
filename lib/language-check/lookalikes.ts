/** Letters of other alphabets that look like Latin ones: the pairs stand side by side. */
const cyrillic = "аaсcеeоoрpхxуyіiјjѕsԁdһhԛqԝwАAВBСCЕEНHІIЈJКKМMОOРPЅSТTХXУY";
const greek = "οoνvαaιiκkυuρpΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";

const latinOf = new Map<string, string>();
const letters = [...cyrillic, ...greek];
for (let at = 0; at < letters.length; at += 2) latinOf.set(letters[at] ?? "", letters[at + 1] ?? "");

const isForeign = /(?!\p{Script=Latin})\p{L}/u;

/** Whether a letter of another alphabet is among the text's letters. */
export function holdsForeignLetters(text: string): boolean {
  return isForeign.test(text);
}

/** The text with Latin letters for those that only look like them, or null where another alphabet is meant. */
export function toLatin(text: string): string | null {
  if (!/\p{Script=Latin}/u.test(text)) return null;
  const latin = [...text].map((letter) => latinOf.get(letter) ?? letter).join("");
  return isForeign.test(latin) ? null : latin;
}
