/**
 * The input of a model from its mapping: a value "$name" stands for our parameter of that name, and is left out where
 * that is null; anything else is taken as it is. Throws when the mapping names a parameter that does not exist.
 */
export function mapInput(
  mapping: Record<string, unknown>,
  parameters: Record<string, unknown>,
): Record<string, unknown> {
  const fields = Object.entries(mapping).flatMap(([name, value]) => {
    if (typeof value !== "string" || !value.startsWith("$")) return [[name, value]];
    const parameter = value.slice(1);
    if (!Object.hasOwn(parameters, parameter))
      throw new Error(`The model's mapping asks for ${value}, which is not known`);
    return parameters[parameter] == null ? [] : [[name, parameters[parameter]]];
  });
  return Object.fromEntries(fields);
}
