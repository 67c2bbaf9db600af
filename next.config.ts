import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const nextConfig: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: true,
  reactCompiler: true,
  poweredByHeader: false,
  // Else the proxy is not told which requests only fetch a page ahead of a click.
  skipProxyUrlNormalize: true,
  // Pages for children come from memory; what makes them there asks with a key. So does the shelf, but for people who are signed in, for
  // searches and for what goes from page to page within the application.
  rewrites: async () => ({
    beforeFiles: [
      {
        source: "/u/:slug",
        missing: [{ type: "header", key: "x-page-key" }],
        destination: "/api/shown/:slug",
      },
      {
        source: "/embed/:slug",
        missing: [{ type: "header", key: "x-page-key" }],
        destination: "/api/framed/:slug",
      },
      {
        source: "/explore",
        missing: [
          { type: "header", key: "x-page-key" },
          { type: "header", key: "rsc" },
          { type: "header", key: "cookie", value: ".*sb-.*" },
          { type: "query", key: "search" },
        ],
        destination: "/api/shelf",
      },
    ],
    afterFiles: [],
    fallback: [],
  }),
  // `npm test` checks the types of everything at once; a build on somebody's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(nextConfig);
