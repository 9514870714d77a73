/** The canvas. */
export const canvas = {
  label: 'Design canvas',
  drawing: 'Drawing',
  role: 'Drawing',
  rename: 'Name',
  nameEmpty: 'A name can’t be empty. Escape keeps the old one.',
  minimap: 'Minimap',
  emptyTitle: 'Start with a template, a file, or a drag from the left',
} as const
