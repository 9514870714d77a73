/** Earlier versions of the document’s file. */
export const versions = {
  title: 'Earlier versions of {{name}}',
  list: 'Versions',
  none: 'There are no earlier versions yet.',
  noneHint: 'Each save keeps what the file held before: the last three, then hourly and daily ones.',
  reading: 'Reading…',
  from: 'From the version of {{when}} to the design as it is now',
  restore: 'Restore',
  restoreHint: 'Restoring is one step that Undo takes back; the file changes when you save.',
  copy: 'Open as copy',
  copyName: '{{name}} ({{when}})',
  same: 'This version is the same as the design now.',
  step: 'Restore the version of {{when}}',
  restored: 'Restored. The file changes when you save.',
} as const
