/** The palette of elements. */
export const palette = {
  title: 'Elements',
  search: 'Search elements',
  none: 'No element is called “{{query}}”. Try “load balancer”, “volume” or “queue”.',
  hint: 'Drag onto the canvas, or press Enter to add.',
  clear: 'Clear the search',
  container: 'Container',
  containerSummary: 'One container of a task definition, with its image, ports and log configuration.',
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
