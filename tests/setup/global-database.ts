import type { TestProject } from "vitest/node";
import { connect } from "../../supabase/local/postgres/prepare.ts";
import { withScratchDatabase } from "../../supabase/local/scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    templateUrl: string;
  }
}

/** Name of the database that has every migration and that each test file copies. */
const template = "studio_template";

/** Starts one Postgres for the SQL tests, apart from any stack: no worker claims the jobs that they make. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let finish: () => void = () => {};
  const finished = new Promise<void>((done) => {
    finish = done;
  });
  let whole: Promise<void> = Promise.resolve();
  await new Promise<void>((ready, fail) => {
    whole = withScratchDatabase(
      async (sql, url) => {
        await sql`select 1`;
        await sql.end();
        const admin = connect(url.replace(/\/postgres$/, "/template1"), { max: 1 });
        await admin.unsafe(`alter database postgres rename to ${template}`);
        await admin.end();
        project.provide("templateUrl", url.replace(/\/postgres$/, `/${template}`));
        ready();
        await finished;
      },
      { isDurable: false },
    );
    whole.catch(fail);
  });
  return async () => {
    finish();
    await whole;
  };
}
