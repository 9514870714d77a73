/** Automatic layout: what it is called as things are, and how it goes. */
export const arranging = {
  everything: 'Arrange automatically',
  selection: 'Arrange the selection',
  frame: 'Arrange what is in {{name}}',
  title: 'Arranging…',
  progress: 'Arranging: {{done}} of {{total}} elements',
  done_one: 'Arranged: one element moved.',
  done_other: 'Arranged: {{count}} elements moved.',
  same: 'Everything was in its place already.',
  cancelled: 'Arranging was cancelled. Nothing has changed.',
  outdated: 'The design changed while it was being arranged, so nothing was moved.',
  outdatedHint: 'Arrange it again when you are ready.',
  failed: 'The design could not be arranged. Nothing has changed.',
} as const
