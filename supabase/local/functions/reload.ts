import { existsSync, type FSWatcher, watch } from "node:fs";

/** Editors write a file in several steps; one change is told for all of them. */
const quietMilliseconds = 100;

/** Calls `changed` after any file in these folders changed. Returns the way to stop watching. */
export function watchFolders(folders: string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers: FSWatcher[] = folders
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      watch(folder, { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(changed, quietMilliseconds);
      }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
