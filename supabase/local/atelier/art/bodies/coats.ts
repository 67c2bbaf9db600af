/** Colours and tail of the plush body under an animal or a person of which the icon shows only the head. */
export type Coat = {
  body: string;
  belly: string;
  limb: string;
  tail?: "tuft" | "bush" | "ring" | "curl";
  tuft?: string;
};

export const COATS: Record<string, Coat> = {
  lion: { body: "#f5a83c", belly: "#ffd79a", limb: "#f0982f", tail: "tuft", tuft: "#6b3d45" },
  frog: { body: "#3fce8d", belly: "#ffd98a", limb: "#35bd80" },
  panda: { body: "#efe6fb", belly: "#ffffff", limb: "#4a3a78" },
  koala: { body: "#a4a3ad", belly: "#d9d6e2", limb: "#92919d" },
  bear: { body: "#8a5a4b", belly: "#c99877", limb: "#7c4f42" },
  "polar-bear": { body: "#eceaf5", belly: "#ffffff", limb: "#e0ddef" },
  fox: { body: "#ff8a2b", belly: "#ffe2bd", limb: "#f47b20", tail: "bush", tuft: "#fff0dc" },
  wolf: { body: "#9a989f", belly: "#d8d3e6", limb: "#88868f", tail: "bush", tuft: "#e4e0ee" },
  raccoon: { body: "#a09ea8", belly: "#d5d0e0", limb: "#55525e", tail: "ring", tuft: "#4d4a56" },
  hamster: { body: "#ffac7a", belly: "#ffe3cf", limb: "#ff9d66" },
  "tiger-face": { body: "#ff9433", belly: "#f0e4fb", limb: "#fb8521", tail: "tuft", tuft: "#3c2f5a" },
  "monkey-face": { body: "#7c4b45", belly: "#e8a893", limb: "#6f423d", tail: "curl" },
  "dog-face": { body: "#f0bd93", belly: "#ffe6d0", limb: "#e3ab7e", tail: "tuft", tuft: "#d99c6b" },
  "cat-face": { body: "#ffc730", belly: "#ffe9a8", limb: "#f8b91c", tail: "curl" },
  "pig-face": { body: "#ff86a8", belly: "#ffb6ca", limb: "#fb7299" },
  "rabbit-face": { body: "#dfdfe6", belly: "#ffffff", limb: "#d2d2dc" },
  "cow-face": { body: "#eceaf5", belly: "#ffffff", limb: "#5b5a63", tail: "tuft", tuft: "#5b5a63" },
  donkey: { body: "#a1948f", belly: "#e6dad0", limb: "#8d807f", tail: "tuft", tuft: "#4d3f4c" },
  boar: { body: "#8f5f50", belly: "#c08f78", limb: "#7c5046", tail: "tuft", tuft: "#5a3a3f" },
  robot: { body: "#cfc4e4", belly: "#8fd8ff", limb: "#b2a5cf" },
  alien: { body: "#5fdc7a", belly: "#b3f5b5", limb: "#4fcc6c" },
  boy: { body: "#3f8ff0", belly: "#6fb2ff", limb: "#ffc832" },
  girl: { body: "#ff6f9f", belly: "#ffa3c2", limb: "#ffc832" },
  man: { body: "#3fae7a", belly: "#74d1a4", limb: "#ffc832" },
  woman: { body: "#a06be0", belly: "#c49bf5", limb: "#ffc832" },
  "old-man": { body: "#8f7a66", belly: "#b8a48f", limb: "#ffc832" },
  "old-woman": { body: "#d96a6a", belly: "#f09a94", limb: "#ffc832" },
  baby: { body: "#8fd8ee", belly: "#d6f4fb", limb: "#ffc832" },
};
