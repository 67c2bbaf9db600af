interface Asked {
  path: string;
  isFromDevice: boolean;
}

/** A worker has answered it, and nothing came over the network. */
function isFromDevice(entry: PerformanceEntry): boolean {
  return entry instanceof PerformanceResourceTiming && entry.workerStart > 0 && entry.transferSize === 0;
}

/** Whom the page has asked, and how often. */
function requestsByHost(): [host: string, asked: Asked[]][] {
  const entries = ["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind));
  const byHost = new Map<string, Asked[]>();
  for (const entry of entries) {
    const { host, pathname } = new URL(entry.name, location.href);
    byHost.set(host, [...(byHost.get(host) ?? []), { path: pathname, isFromDevice: isFromDevice(entry) }]);
  }
  return [...byHost];
}

interface RequestsMadeProps {
  title: string;
  text: string;
  fromDevice: string;
}

/** Every request that this page has made, as the browser itself has counted them. */
export function RequestsMade({ title, text, fromDevice }: RequestsMadeProps) {
  return (
    <details className="rounded-xl bg-sunken px-4 open:pb-3">
      <summary className="min-h-14 cursor-pointer content-center font-semibold">{title}</summary>
      <p className="text-ink-soft text-sm">{text}</p>
      {requestsByHost().map(([host, asked]) => (
        <section key={host} className="mt-3">
          <h3 className="text-base">
            {host} ({asked.length})
          </h3>
          <ul className="mt-1 flex flex-col gap-0.5 text-sm">
            {asked.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a log is in the order of time
              <li key={at} className="break-all">
                <span className="font-mono">{one.path}</span>
                {one.isFromDevice ? <span className="text-leaf-ink"> · {fromDevice}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
