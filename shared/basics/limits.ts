/** What a file may be at most, checked before a parser sees it, so that no file can hang or crash Fairlead. */
export const limits = {
  /** Bytes of a design, and of any JSON without a narrower limit. */
  designBytes: 32 * 1024 * 1024,
  taskDefinitionBytes: 2 * 1024 * 1024,
  /** Objects and lists within one another. */
  jsonDepth: 64,
} as const
