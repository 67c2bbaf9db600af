"use client";

import type { QueryClient } from "@tanstack/react-query";
import { useSupabase } from "../supabase/browser.tsx";

/** Turns the Storage key of a private file into an address for an hour; null when it cannot. */
export type SignFile = (path: string) => Promise<string | null>;

/** The newest key of each file that is being signed. */
const signing = new WeakMap<QueryClient, Map<string, string>>();

/** Signs what is new of a row and shows it then: the old file stays until the new one has an address; what a later message says of it wins. */
export function showFiles<Name extends string>(
  client: QueryClient,
  rowId: string,
  { unsigned, settled }: { unsigned: [name: Name, path: string][]; settled: Name[] },
  sign: SignFile,
  show: (file: Record<string, string>) => unknown,
  readAll: () => unknown,
): void {
  const wanted = signing.get(client) ?? new Map<string, string>();
  signing.set(client, wanted);
  for (const name of settled) wanted.delete(`${rowId} ${name}`);
  for (const [name, path] of unsigned) {
    const key = `${rowId} ${name}`;
    if (wanted.get(key) === path) continue;
    wanted.set(key, path);
    const finish = (url: string | null) => {
      if (wanted.get(key) !== path) return;
      wanted.delete(key);
      if (url) show({ [`${name}_path`]: path, [`${name}_url`]: url });
      else readAll();
    };
    sign(path).then(finish, () => finish(null));
  }
}

/** Signs files of private drafts on the person's own session. */
export function useSignFile(): SignFile {
  const supabase = useSupabase();
  return async (path) => {
    const { data } = await (await supabase()).storage.from("draft-media").createSignedUrl(path, 3600);
    return data?.signedUrl ?? null;
  };
}
