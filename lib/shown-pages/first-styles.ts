/** A rule with its text, an at-rule around others, or a statement without a block. */
interface Rule {
  head: string;
  /** Null of a statement. */
  body: string | null;
}

/** Cuts a style sheet into its outermost rules. What it does not understand stays whole. */
function readRules(css: string): Rule[] {
  const rules: Rule[] = [];
  let [start, open, depth] = [0, -1, 0];
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === "\\") at += 1;
    else if (sign === '"' || sign === "'") {
      do at += css[at] === "\\" ? 2 : 1;
      while (at < css.length && css[at] !== sign);
    } else if (sign === "{") {
      if (depth === 0) open = at;
      depth += 1;
    } else if (sign === "}") {
      depth -= 1;
      if (depth !== 0) continue;
      rules.push({ head: css.slice(start, open).trim(), body: css.slice(open + 1, at) });
      start = at + 1;
    } else if (sign === ";" && depth === 0) {
      rules.push({ head: css.slice(start, at).trim(), body: null });
      start = at + 1;
    }
  }
  return rules;
}

const className = /\.((?:\\.|[\w-])+)/g;
const unescaped = (name: string) => name.replace(/\\(.)/g, "$1");

/** Whether what this selector means can be in a page with these classes; one that names no class can. */
function canMatch(selector: string, classes: ReadonlySet<string>): boolean {
  return [...selector.matchAll(className)].every(([, name = ""]) => classes.has(unescaped(name)));
}

/** The selectors of a list; commas within brackets and names are no ends. */
function selectorsOf(head: string): string[] {
  const parts = head.match(/\\.|[()[\],]|[^\\()[\],]+/gs) ?? [];
  const selectors = [""];
  let depth = 0;
  for (const part of parts) {
    if (part === "(" || part === "[") depth += 1;
    if (part === ")" || part === "]") depth -= 1;
    if (part === "," && depth === 0) selectors.push("");
    else selectors[selectors.length - 1] += part;
  }
  return selectors;
}

const around = /^@(media|supports|layer|container)\b/;

function keepWanted(css: string, classes: ReadonlySet<string>): string {
  const kept = readRules(css).map(({ head, body }) => {
    if (body === null) return `${head};`;
    if (around.test(head)) {
      const inner = keepWanted(body, classes);
      return inner ? `${head}{${inner}}` : "";
    }
    const isWanted = head.startsWith("@") || selectorsOf(head).some((one) => canMatch(one, classes));
    return isWanted ? `${head}{${body}}` : "";
  });
  return kept.join("");
}

/** Takes out the registered properties that only rules which are gone would read. */
function dropUnread(css: string): string {
  return readRules(css)
    .filter(({ head }) => {
      const [, name] = head.match(/^@property (\S+)$/) ?? [];
      return !name || css.includes(`var(${name}`);
    })
    .map(({ head, body }) => (body === null ? `${head};` : `${head}{${body}}`))
    .join("");
}

const entities: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

function classesOf(html: string): Set<string> {
  const lists = [...html.matchAll(/\bclass="([^"]*)"/gi)].map(([, list = ""]) =>
    list.replace(/&(?:amp|lt|gt|quot|#x27);/g, (name) => entities[name] ?? name),
  );
  return new Set(lists.flatMap((list) => list.split(/\s+/)));
}

/**
 * The rules of a style sheet that this page can need as it stands, in their order: those that name no class, and those whose
 * classes are all in it. Addresses in them are as seen from `folder`.
 */
export function stylesFor(html: string, css: string, folder: string): string {
  const wanted = dropUnread(keepWanted(css, classesOf(html)));
  return wanted.replace(/url\((?!["']?(?:data:|\/|#|https?:))(["']?)([^)"']+)\1\)/g, (_, _quote, path) => {
    return `url(${new URL(path, `http://page${folder}`).pathname})`;
  });
}
