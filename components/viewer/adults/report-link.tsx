/** The way to say what is wrong with a universe that is published; what is looked at before has none. */
export function ReportLink({ word, className }: { word: string; className: string }) {
  const slug = location.pathname.match(/^\/u\/([^/]+)$/)?.[1];
  return slug ? (
    <a href={`/report/${slug}`} className={className}>
      {word}
    </a>
  ) : null;
}
