const channelName = "studio-notices";
/** Longer than another tab takes to answer, shorter than anybody waits. */
const patienceMs = 700;

/**
 * Tells apart what somebody sees anyway: of several open tabs the one that is looked at says so, and the hidden ones
 * then keep quiet. Close it when the page goes.
 */
export function openTabs() {
  const channel = new BroadcastChannel(channelName);
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  channel.onmessage = ({ data }: MessageEvent<string>) => {
    clearTimeout(waiting.get(data));
    waiting.delete(data);
  };
  return {
    /** This tab is looked at and has told it. */
    sayTold(key: string): void {
      channel.postMessage(key);
    },
    /** Calls back soon, unless a tab that is looked at tells it. */
    tellUnlessTold(key: string, tell: () => void): void {
      const timer = setTimeout(() => {
        waiting.delete(key);
        tell();
      }, patienceMs);
      waiting.set(key, timer);
    },
    close(): void {
      for (const timer of waiting.values()) clearTimeout(timer);
      channel.close();
    },
  };
}
