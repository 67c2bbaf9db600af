interface Dated {
  updated_at: string;
}

/**
 * Whether a message tells of a row as it was before what the page shows: a refetch may have read what a message that
 * was still on its way says. The times are the database's, and rise with every change of a row.
 */
export function isOlder(record: Dated, known: Dated | undefined): boolean {
  return known !== undefined && Date.parse(record.updated_at) < Date.parse(known.updated_at);
}
