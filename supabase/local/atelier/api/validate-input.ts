import type { InputField, Model } from "../models/model.ts";
import type { InvalidField } from "./problems.ts";

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

function isOfType(value: unknown, type: InputField["type"]): boolean {
  const actual = typeOf(value);
  // Clients that know only plain fields send an object as JSON.
  if (type === "object" && actual === "string") return String(value).trimStart().startsWith("{");
  return actual === type || (type === "number" && actual === "integer");
}

function checkText(value: string, { minLength, maxLength }: { minLength?: number; maxLength?: number }) {
  if (minLength !== undefined && value.length < minLength)
    return { type: "string_gte", description: `String length must be greater than or equal to ${minLength}` };
  if (maxLength !== undefined && value.length > maxLength)
    return { type: "string_lte", description: `String length must be less than or equal to ${maxLength}` };
  return null;
}

function checkNumber(value: number, { minimum, maximum }: InputField) {
  if (minimum !== undefined && value < minimum)
    return { type: "number_gte", description: `Must be greater than or equal to ${minimum}` };
  if (maximum !== undefined && value > maximum)
    return { type: "number_lte", description: `Must be less than or equal to ${maximum}` };
  return null;
}

function checkEnum(name: string, value: unknown, allowed: readonly unknown[] | undefined) {
  if (!allowed || allowed.includes(value)) return null;
  const list = allowed.map((item) => JSON.stringify(item)).join(", ");
  return { type: "enum", description: `${name} must be one of the following: ${list}` };
}

function checkValue(name: string, value: unknown, field: InputField): InvalidField[] {
  const at = `input.${name}`;
  if (value === null && field.nullable) return [];
  if (!isOfType(value, field.type)) {
    const description = `Invalid type. Expected: ${field.type}, given: ${typeOf(value)}`;
    return [{ type: "invalid_type", field: at, description }];
  }
  if (Array.isArray(value)) return checkItems(at, name, value, field);
  const found =
    checkEnum(name, value, field.enum) ??
    (typeof value === "string" ? checkText(value, field) : null) ??
    (typeof value === "number" ? checkNumber(value, field) : null);
  return found ? [{ field: at, ...found }] : [];
}

function checkItems(at: string, name: string, items: unknown[], field: InputField): InvalidField[] {
  if (field.maxItems !== undefined && items.length > field.maxItems) {
    const description = `Array must have at most ${field.maxItems} items`;
    return [{ type: "array_max_items", field: at, description }];
  }
  return items.flatMap((item, index) =>
    checkValue(`${name}.${index}`, item, { type: "string", description: "", ...field.items }),
  );
}

/** Every fault of an input against its model's schema, in the words of Replicate's validator; unknown keys pass. */
export function findInputFaults(model: Model, input: Record<string, unknown>): InvalidField[] {
  const missing = model.required.filter((name) => input[name] === undefined);
  const given = Object.entries(model.input).filter(([name]) => input[name] !== undefined);
  return [
    ...missing.map((name) => ({ type: "required", field: "input", description: `${name} is required` })),
    ...given.flatMap(([name, field]) => checkValue(name, input[name], field)),
  ];
}
