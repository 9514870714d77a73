/** The canvas. */
export const canvas = {
  label: 'Design canvas',
  drawing: 'Drawing',
  role: 'Drawing',
  minimap: 'Minimap',
  emptyTitle: 'Start with a template, a file, or a drag from the left',
} as const
