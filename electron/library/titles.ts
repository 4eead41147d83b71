/** What to call a document in a list: its title, or its kind, or the name of its file. */

/** The facts a title is made from. */
export interface Titled {
  readonly kind: string | null
  readonly title: string | null
  readonly file_name: string
}

/** «Kế hoạch thực hiện …», the kind alone, or the file's name when the text gave neither. */
export function documentTitle({ kind, title, file_name }: Titled): string {
  if (title) return title
  return kind ? `${kind} (${file_name})` : file_name
}
