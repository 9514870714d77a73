/** ECS and Kubernetes beside each other. */
export const convert = {
  title: { kubernetes: 'From ECS to Kubernetes', ecs: 'From Kubernetes to ECS' },
  what: 'Compare and convert',
  home: 'Into',
  newCluster: { kubernetes: 'A new EKS cluster', ecs: 'A new ECS cluster' },
  side: { kubernetes: 'Kubernetes member', ecs: 'ECS member' },
  table: 'Members of both sides',
  note: 'Note',
  none: 'None',
  kind: { same: 'Means the same', changed: 'Means nearly the same', lost: 'Has no counterpart' },
  summary: 'The same on both sides: {{same}}. Nearly the same: {{changed}}. Without a counterpart: {{lost}}.',
  noDefinition: 'It has no task definition yet, so there is nothing to compare.',
  action: 'Convert',
  step: 'Convert {{name}}',
} as const
