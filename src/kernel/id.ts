const shape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text from outside can be the id of anything here: what cannot is never asked of the database. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && shape.test(text);
}
