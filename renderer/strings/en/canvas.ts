/** The canvas. */
export const canvas = {
  label: 'Design canvas',
  drawing: 'Drawing',
  role: 'Drawing',
  help: '{{next}} and {{previous}} walk the elements, {{inside}} goes into a frame, {{around}} out of it. Arrow keys move what is selected, {{connect}} connects it. {{leave}} leaves the canvas. {{outline}} opens the outline, a tree that offers all of this.',
  noKey: 'no key',
  rename: 'Name',
  nameEmpty: 'A name can’t be empty. Escape keeps the old one.',
  minimap: 'Minimap',
  tracing: 'Picture to draw over: {{name}}',
} as const
