import { joinTexts } from '../basics/convert'
import { choice, item, line, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'
import { named } from './parts/identifiers'
import { placedInNetwork, trafficToTask } from './parts/load-balancer'
import { objectsAt } from './parts/reading'

/** CreateLoadBalancer input of the first version. https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_CreateLoadBalancer.html */
export const classicLoadBalancer = defineKind({
  kind: 'classic-load-balancer',
  label: 'Classic Load Balancer',
  summary: 'The first kind of load balancer; it registers container instances and knows no target groups.',
  category: 'networking',
  keywords: ['clb', 'elb', 'previous generation'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
  icon: 'classic-load-balancer',
  spec: spec({
    LoadBalancerName: text('Name', 'Up to 32 letters, digits and hyphens.', { main: true }),
    Scheme: choice('Scheme', 'Only to make it internal.', ['internet-facing', 'internal'], {
      default: 'internet-facing',
      main: true,
    }),
    Listeners: list(
      'Listeners',
      'Ports that clients use, and the instance port behind each.',
      item({
        Protocol: choice('Protocol', 'Between client and load balancer.', ['HTTP', 'HTTPS', 'TCP', 'SSL']),
        LoadBalancerPort: whole('Port', 'Port that clients use.'),
        InstanceProtocol: choice('Instance protocol', 'Between load balancer and instance.', [
          'HTTP',
          'HTTPS',
          'TCP',
          'SSL',
        ]),
        InstancePort: whole('Instance port', 'Host port of the container.'),
        SSLCertificateId: text('Certificate', 'ARN in ACM or IAM.'),
      }),
      { main: true, group: 'Listeners' },
    ),
    AvailabilityZones: list('Availability Zones', 'Without a VPC only.', line),
    Subnets: list('Subnets', 'One for each Availability Zone.', line, { main: true, control: 'reference' }),
    SecurityGroups: list('Security groups', 'What may reach the listeners.', line, {
      main: true,
      control: 'reference',
    }),
    Tags: tags(),
  }),
  defaults: (name) => ({
    LoadBalancerName: name,
    Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 80 }],
  }),
  name: '/LoadBalancerName',
  attributes: { name: named('Name', '/LoadBalancerName'), dnsName: { label: 'DNS name' } },
  relations: placedInNetwork,
  links: [trafficToTask],
  rows: (spec) =>
    objectsAt(spec, '/Listeners').map(([index, { Protocol, LoadBalancerPort }]) => ({
      pointer: `/Listeners/${index}`,
      name: joinTexts([Protocol, LoadBalancerPort], ' ') || `listener ${index + 1}`,
    })),
})
