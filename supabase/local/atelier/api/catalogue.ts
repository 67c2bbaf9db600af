import type { InputField, Model } from "../models/model.ts";
import { allModels, findModel, versionOf } from "../models/registry.ts";
import { answer } from "./answers.ts";
import type { AtelierContext, Door } from "./context.ts";
import { notFound } from "./problems.ts";

function schemaOf(model: Model): Record<string, unknown> {
  const titled = ([name, field]: [string, InputField], order: number) =>
    [name, { title: name, "x-order": order, ...field }] as const;
  const properties = Object.fromEntries(Object.entries(model.input).map(titled));
  const input = { type: "object", title: "Input", required: model.required, properties };
  return {
    openapi: "3.0.2",
    info: { title: "Cog", version: "0.1.0" },
    paths: {},
    components: { schemas: { Input: input, Output: { title: "Output", ...model.output } } },
  };
}

function viewVersion(model: Model): Record<string, unknown> {
  return {
    id: versionOf(model),
    created_at: model.createdAt,
    cog_version: null,
    openapi_schema: schemaOf(model),
  };
}

function viewModel(context: AtelierContext, model: Model): Record<string, unknown> {
  const name = `${model.owner}/${model.name}`;
  return {
    url: `${context.baseUrl}/${name}`,
    owner: model.owner,
    name: model.name,
    description: model.description,
    visibility: "public",
    is_official: true,
    github_url: null,
    paper_url: null,
    license_url: null,
    run_count: context.scheduler.all().filter((prediction) => prediction.model === name).length,
    cover_image_url: null,
    default_example: null,
    latest_version: viewVersion(model),
  };
}

const page = (results: unknown[]) => ({ next: null, previous: null, results });

function get(parts: string[]): Model {
  const model = findModel(parts.slice(0, 2).join("/"));
  if (!model) throw notFound();
  return model;
}

/** `GET /v1/models`. */
export const listModels: Door = (context, { response }) =>
  answer(response, 200, page(allModels().map((model) => viewModel(context, model))));

/** `GET /v1/models/{owner}/{name}`. */
export const getModel: Door = (context, { response, parts }) =>
  answer(response, 200, viewModel(context, get(parts)));

/** `GET /v1/models/{owner}/{name}/versions`. */
export const listVersions: Door = (_context, { response, parts }) =>
  answer(response, 200, page([viewVersion(get(parts))]));

/** `GET /v1/models/{owner}/{name}/versions/{id}`. */
export const getVersion: Door = (_context, { response, parts }) => {
  const model = get(parts);
  if (versionOf(model) !== parts[2]) throw notFound();
  answer(response, 200, viewVersion(model));
};

/** `GET /v1/account`. */
export const getAccount: Door = (_context, { response }) =>
  answer(response, 200, {
    type: "organization",
    username: "atelier",
    name: "The Atelier on this machine",
    github_url: null,
    avatar_url: null,
  });

/** `GET /v1/webhooks/default/secret`. */
export const getWebhookSecret: Door = (context, { response }) =>
  answer(response, 200, { key: context.webhookSecret });
