/** The top bar. */
export const bars = {
  open: 'Open',
  save: 'Save',
  export: 'Export',
  undo: 'Undo: {{step}}',
  redo: 'Redo: {{step}}',
  undone: 'Undone: {{step}}',
  redone: 'Redone: {{step}}',
} as const
