/** Whom the page has asked, and how often. */
function requestsByHost(): [host: string, paths: string[]][] {
  const entries = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
  const byHost = new Map<string, string[]>();
  for (const { name } of entries) {
    const { host, pathname } = new URL(name, location.href);
    byHost.set(host, [...(byHost.get(host) ?? []), pathname]);
  }
  return [...byHost];
}

/** Every request that this page has made, as the browser itself has counted them. */
export function RequestsMade({ title, text }: { title: string; text: string }) {
  return (
    <details className="rounded-xl bg-sunken px-4 py-3">
      <summary className="min-h-8 cursor-pointer content-center font-semibold">{title}</summary>
      <p className="mt-2 text-ink-soft text-sm">{text}</p>
      {requestsByHost().map(([host, paths]) => (
        <section key={host} className="mt-3">
          <h3 className="text-base">
            {host} ({paths.length})
          </h3>
          <ul className="mt-1 flex flex-col gap-0.5 text-sm">
            {paths.map((path, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log is in the order of time
              <li key={at} className="break-all font-mono">
                {path}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
