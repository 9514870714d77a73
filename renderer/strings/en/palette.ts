/** The palette of elements. */
export const palette = {
  title: 'Elements',
  search: 'Search elements',
  none: 'No element is called “{{query}}”. Try “load balancer”, “volume” or “queue”.',
  hint: 'Drag onto the canvas, or press Enter to add.',
  clear: 'Clear the search',
  category: {
    compute: 'Containers & compute',
    networking: 'Networking',
    storage: 'Storage',
    security: 'Security',
    management: 'Integration & management',
    database: 'Database',
    general: 'General',
  },
} as const
