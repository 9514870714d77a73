/** The role lens. */
export const roles = {
  title: 'Roles',
  on_one: 'Role lens on: one use of a role.',
  on_other: 'Role lens on: {{count}} uses of roles.',
  off: 'Role lens off.',
  none: 'No role is needed',
  noneHint: 'Nothing here pulls from a private registry, writes logs, reads secrets or calls AWS.',
  does: '{{role}} {{does}}',
  asRunBy: 'as run by {{name}}',
  launch: {
    EC2: 'on EC2',
    FARGATE: 'on Fargate',
    EXTERNAL: 'on an external instance',
    MANAGED_INSTANCES: 'on managed instances',
  },
  state: { allowed: 'Allowed:', missing: 'Not possible:', unsaid: 'Not said:' },
  noRole: 'There is no {{role}}.',
  lacks: 'The role lacks',
  unknown: 'The drawing does not say what this role may do.',
  attach: 'Attach a role',
  allow: 'Allow it',
} as const
