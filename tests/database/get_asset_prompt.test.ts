import type postgres from "postgres";
import { beforeAll, describe, expect, it } from "vitest";
import { ask, notGranted } from "../fixtures/ask.ts";
import { setUpModels } from "../fixtures/pieces.ts";
import { cardOf, readCard } from "../fixtures/versions.ts";
import { type Cast, freshDatabase, newCast } from "../setup/database.ts";

let sql: postgres.Sql;
let cast: Cast;
let place: { draftId: string; card: string };

beforeAll(async () => {
  sql = await freshDatabase();
  await setUpModels(sql);
  cast = await newCast(sql);
  place = await cardOf(sql, cast.owner, ["image", "video"]);
  await sql`update private.settings set safety_prompt = 'Be gentle.'`;
});

interface Layers {
  style: string | null;
  layers: { layer: string; text: string | null; is_used: boolean }[];
}
const read = (piece = "image", person: keyof Cast = "owner") =>
  ask<Layers | null>(
    sql,
    cast[person],
    (db) => db`select public.get_asset_prompt(${place.draftId}, ${place.card}, ${piece}) as answer`,
  );
const used = async (piece: string) =>
  (await read(piece))?.layers.filter(({ is_used }) => is_used).map(({ layer }) => layer);

describe("the layers of a prompt", () => {
  it("are the theme's, the universe's, the card's and what keeps it safe", async () => {
    const { stale: _, ...card } = await readCard(sql, cast.owner, place.draftId);
    const { image_prompt } = card as unknown as { image_prompt: string };
    expect(await read()).toEqual({
      style: null,
      layers: [
        { layer: "theme", text: image_prompt, is_used: true },
        { layer: "universe", text: null, is_used: false },
        { layer: "card", text: null, is_used: false },
        { layer: "safety", text: "Be gentle.", is_used: true },
      ],
    });
  });

  it("tell which one counts: the card's before the universe's before the theme's", async () => {
    await sql`update public.drafts set image_prompt = 'A {concept} of {theme}', video_prompt = 'Roll, {concept}' where id = ${place.draftId}`;
    expect((await read())?.layers[1]).toEqual({ layer: "universe", text: "A whale of ocean", is_used: true });
    expect((await read("video"))?.layers[1]?.text).toBe("Roll, whale");
    await sql`update public.draft_assets set image_prompt = 'A blue {concept}' where id = ${place.card}`;
    expect(await used("image")).toEqual(["card", "safety"]);
    expect((await read())?.layers[2]?.text).toBe("A blue {concept}");
    expect(await used("video")).toEqual(["universe", "safety"]);
  });
});

it("every picture and film is asked for with the safety words beside the prompt, and no other job", async () => {
  const jobs = await sql`
    insert into public.jobs (user_id, type, payload)
    select ${cast.owner.sub ?? ""}, t, '{"prompt": "A whale"}' from unnest(enum_range(null::public.job_type)) t
    where t in ('generate_image', 'generate_video', 'generate_music', 'translate')
    returning type, payload`;
  expect(Object.fromEntries(jobs.map(({ type, payload }) => [type, payload.safety]))).toEqual({
    generate_image: "Be gentle.",
    generate_video: "Be gentle.",
    generate_music: undefined,
    translate: undefined,
  });
  expect(jobs[0]?.payload.prompt).toBe("A whale");
});

it("is for whoever may read the card", async () => {
  for (const person of ["owner", "support", "admin"] as const)
    expect((await read("image", person))?.layers).toHaveLength(4);
  expect(await read("image", "stranger")).toBeNull();
  await expect(read("image", "anonymous")).rejects.toMatchObject(notGranted);
});
