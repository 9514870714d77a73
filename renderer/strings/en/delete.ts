/** Deleting. */
export const deletion = {
  notEmpty: 'Cluster “{{name}}” still has {{what}}',
  severalNotEmpty: '{{count}} clusters still have {{what}}',
  service_one: '{{count}} service',
  service_other: '{{count}} services',
  task_one: '{{count}} standalone task',
  task_other: '{{count}} standalone tasks',
  'container-instance_one': '{{count}} group of container instances',
  'container-instance_other': '{{count}} groups of container instances',
  'capacity-provider_one': '{{count}} capacity provider',
  'capacity-provider_other': '{{count}} capacity providers',
  contents: 'Delete contents',
  contentsHint:
    'AWS deletes an empty cluster only: services go first, then tasks, container instances and capacity providers.',
  keep: 'Keep contents',
  keepHint: 'They stay on the canvas, in no cluster.',
  holds_one: '{{kind}} “{{name}}” holds one element',
  holds_other: '{{kind}} “{{name}}” holds {{count}} elements',
  severalHold_one: '{{frames}} frames hold one element',
  severalHold_other: '{{frames}} frames hold {{count}} elements',
  allHint: 'The frame goes with everything that is drawn in it.',
  stayHint: 'Only the frame goes; they stay where they are.',
} as const
