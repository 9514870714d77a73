/** The canvas. */
export const canvas = {
  label: 'Design canvas',
  emptyTitle: 'Start with a template, a file, or a drag from the left',
} as const
