/** Names of undo steps. */
export const steps = {
  delete_one: 'Delete one element',
  delete_other: 'Delete {{count}} elements',
  cut_one: 'Cut one element',
  cut_other: 'Cut {{count}} elements',
  paste_one: 'Paste one element',
  paste_other: 'Paste {{count}} elements',
  duplicate_one: 'Duplicate one element',
  duplicate_other: 'Duplicate {{count}} elements',
  move_one: 'Move one element',
  move_other: 'Move {{count}} elements',
  resize: 'Resize',
  add: 'Add {{what}}',
  wrap: 'Wrap in {{kind}}',
  nudge: 'Move with arrow keys',
  lock: 'Lock',
  unlock: 'Unlock',
} as const
