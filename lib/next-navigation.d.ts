import type { ReadonlyURLSearchParams } from "next/navigation";

/**
 * Beside one door of the Pages Router, Next takes every component for one that may be rendered by it, where there is no address yet. None
 * of ours is.
 */
declare module "next/navigation" {
  function useSearchParams(): ReadonlyURLSearchParams;
  function usePathname(): string;
}
