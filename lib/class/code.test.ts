import { describe, expect, it } from "vitest";
import { codeLength, codeLetters, readCode, spelled } from "./code.ts";

describe("a code that somebody types", () => {
  it("is read however it is written", () => {
    for (const typed of ["BDFGHKLM", "bdfg hklm", " bdfg-hklm ", "b d f g h k l m\n", "BDFGHKLMNPR"])
      expect(readCode(typed)).toBe("BDFGHKLM");
  });

  it("keeps nothing that is in no code", () => {
    expect(readCode("aeiou0158 QWSCJY ß✨")).toBe("");
    expect(readCode("BAD")).toBe("BD");
  });

  it("is shown in two groups, and as far as it is there", () => {
    expect(["BDFGHKLM", "BDFG", "BD", ""].map(spelled)).toEqual(["BDFG HKLM", "BDFG", "BD", ""]);
  });
});

it("nobody guesses a code: there are more than thirty bits of them", () => {
  const withoutTwins = codeLetters.length * (codeLetters.length - 1) ** (codeLength - 1);
  expect(Math.log2(withoutTwins)).toBeGreaterThan(30);
});
