import { readStaffView, type StaffView } from "@/lib/reports/view";

/** What the address asks for, as the browser reads it too. */
export async function readAsked(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<StaffView> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(await searchParams))
    for (const each of [value ?? []].flat()) search.append(key, each);
  return readStaffView(search);
}
