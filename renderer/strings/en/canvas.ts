/** The canvas. */
export const canvas = {
  label: 'Design canvas',
  drawing: 'Drawing',
  role: 'Drawing',
  rename: 'Name',
  nameEmpty: 'A name can’t be empty. Escape keeps the old one.',
  minimap: 'Minimap',
} as const
