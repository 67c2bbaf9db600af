/** What search engines are told in words of schema.org. It is read and never run, so no security policy forbids it. */
export function StructuredData({ content }: { content: object }) {
  // Nothing in it may end the element.
  const json = JSON.stringify(content).replaceAll("<", "\\u003c");
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no markup can begin
    <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
  );
}
