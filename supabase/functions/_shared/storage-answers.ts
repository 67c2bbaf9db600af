interface StorageAnswer {
  message: string;
  statusCode?: unknown;
  status?: unknown;
}

const has = (error: StorageAnswer, status: number) =>
  String(error.statusCode) === String(status) || error.status === status;

/** True for Storage's answer that a file with this name is there: the name is the content, so that is as good. */
export function isDuplicate(error: StorageAnswer): boolean {
  return has(error, 409) || /already exists/i.test(error.message);
}

/** True for Storage's answer that there is no such file. */
export function isGone(error: StorageAnswer): boolean {
  return has(error, 404) || /not.?found/i.test(error.message);
}
