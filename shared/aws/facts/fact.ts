/** Where a fact about AWS was read, and when. Every table of this folder carries one. */
export interface FactSource {
  readonly url: string
  /** ISO date on which the page was last compared with the table. */
  readonly checked: string
}
