/** `NetworkConfiguration` of services and tasks, and the lines that follow from it. */
import { choice, group, line, list } from '../fields'
import type { Relation } from '../kind'

export const networkConfiguration = () =>
  group(
    'Networking',
    'Only with the awsvpc network mode, which then needs it.',
    {
      awsvpcConfiguration: group(
        'VPC configuration',
        'Where the tasks’ network interfaces are made.',
        {
          subnets: list('Subnets', 'At least one, all of the same VPC.', line, {
            main: true,
            control: 'reference',
          }),
          securityGroups: list('Security groups', 'The VPC’s default one when left out.', line, {
            main: true,
            control: 'reference',
          }),
          assignPublicIp: choice(
            'Public IP',
            'Needed to pull images from a public subnet without a NAT gateway; Fargate only.',
            ['ENABLED', 'DISABLED'],
            { default: 'DISABLED', main: true },
          ),
        },
        { main: true },
      ),
    },
    { main: true, group: 'Networking' },
  )

export const networkRelations: readonly Relation[] = [
  {
    path: '/networkConfiguration/awsvpcConfiguration/subnets/*',
    to: ['subnet'],
    meaning: 'in-network',
    draw: 'line',
  },
  {
    path: '/networkConfiguration/awsvpcConfiguration/securityGroups/*',
    to: ['security-group'],
    meaning: 'guarded-by',
    draw: 'line',
  },
]
