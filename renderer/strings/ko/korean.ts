/** What a Korean catalogue has to hold: every text of the English one, and nothing else. */
export type Korean<English> = {
  // Korean has one form for any number, `_other`.
  readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: English[Key] extends string
    ? string
    : Korean<English[Key]>
}
