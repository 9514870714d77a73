/** The palette of elements. */
export const palette = {
  title: 'Elements',
  search: 'Search elements',
  none: 'No element is called “{{query}}”. Try “load balancer”, “volume” or “queue”.',
  hint: 'Drag onto the canvas, or press Enter to add.',
} as const
