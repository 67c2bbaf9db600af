/** What a template may name between braces, for instance `{child}`. */
export type Slots = Readonly<Record<string, string>>;

/**
 * Fills a template. `<...>` is left out for small children; `{a|b|c}` takes the alternative of the noun's form, `{slot}`
 * the value of the slot. Throws when the template names a slot or a form that is not there.
 */
export function fillTemplate(template: string, slots: Slots, form: number, isForSmall: boolean): string {
  const chosen = template.replace(/<([^>]*)>/g, isForSmall ? "" : "$1");
  return chosen.replace(/\{([^}]*)\}/g, (_, inside: string) => {
    const value = inside.includes("|") ? inside.split("|")[form] : slots[inside];
    if (value === undefined) throw new Error(`The template "${template}" has nothing for {${inside}}.`);
    return value;
  });
}
