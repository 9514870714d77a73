/** Lenses and nestings: how the drawing is looked at. */
export const lens = {
  bar: 'View of the drawing',
  title: 'Lenses',
  nesting: 'What is drawn in what',
  logical: 'Services',
  networkView: 'Network',
  traffic: 'Traffic',
  data: 'Data',
  identity: 'Identity',
  images: 'Images',
  logs: 'Logs & secrets',
  network: 'Network rules',
  hint: 'Show {{lens}}, fade the rest',
  said: 'Lens: {{names}}.',
  saidNone: 'No lens: everything is shown.',
  saidLogical: 'Drawn by clusters and services.',
  saidNetwork: 'Drawn by VPCs and subnets.',
} as const
