import { spec, text } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'

/** One of a Region's separate locations. Nothing creates it: the spec is what DescribeAvailabilityZones tells of it. */
export const availabilityZone = defineKind({
  kind: 'availability-zone',
  label: 'Availability Zone',
  summary: 'One of the separate locations of a Region.',
  category: 'general',
  keywords: ['az', 'zone'],
  docs: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
  glyph: 'zone',
  spec: spec({
    ZoneName: text('Zone name', 'Such as eu-west-1a.', { main: true }),
  }),
  defaults: () => ({}),
  name: '/ZoneName',
  attributes: { name: named('Name', '/ZoneName') },
  relations: [],
  frame: true,
  places: [
    'service',
    'task',
    'container-instance',
    'auto-scaling-group',
    'application-load-balancer',
    'network-load-balancer',
    'gateway-load-balancer',
    'classic-load-balancer',
    'efs-file-system',
    'fsx-windows',
    'fsx-lustre',
    'fsx-ontap',
    'fsx-openzfs',
    'note',
  ],
})
