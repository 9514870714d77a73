/** Ways to begin. */
export const start = {
  import: 'Import a task definition',
  open: 'Open a design',
  new: 'New design',
  empty: 'Empty design',
  emptyHint: 'Start from nothing and drag elements from the left.',
} as const
