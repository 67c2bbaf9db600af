import type { Style } from "./styles.ts";

/** The words in our own prompts that say how a picture is painted. */
const usualStyle = "soft 3D picture-book illustration";
const styleWords: Record<Style, string> = {
  soft: usualStyle,
  papercut: "layered paper-cut illustration of coloured card with soft shadows between the sheets",
  watercolour: "loose watercolour illustration with pale washes on rough white paper",
};

/** The prompt with the words of a style in it, for a model that learns of a style from nothing else. */
export function sayStyle(prompt: string, style: Style): string {
  if (style === "soft") return prompt;
  if (prompt.includes(usualStyle)) return prompt.replaceAll(usualStyle, styleWords[style]);
  return `${prompt}, ${styleWords[style]}`;
}

/** The prompt with the words that keep a picture or a film fit for children at its end. */
export function withSafety(prompt: string, safety: string | undefined): string {
  if (!safety) return prompt;
  return `${prompt.trimEnd()}${/[.!?…]$/.test(prompt.trimEnd()) ? "" : "."} ${safety}`;
}

interface Prompt {
  prompt: string;
  style?: Style | null | undefined;
  safety?: string | undefined;
}

/** The prompt of a picture or a film as a model gets it: with the words of its style, null is soft, and of safety. */
export function sayPrompt({ prompt, style, safety }: Prompt): string {
  return withSafety(sayStyle(prompt, style ?? "soft"), safety);
}
