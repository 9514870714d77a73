import { choice, flag, group, item, list, spec, tags, text, whole } from './fields'
import { defineKind } from './kind'

const protocols = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC', 'GENEVE'] as const

/**
 * CreateTargetGroup input, with `Attributes` (ModifyTargetGroupAttributes).
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html
 */
export const targetGroup = defineKind({
  kind: 'target-group',
  label: 'Target group',
  summary: 'The tasks behind a listener, and how their health is checked.',
  category: 'networking',
  keywords: ['elb', 'health check', 'listener'],
  docs: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html',
  icon: 'elastic-load-balancing',
  spec: spec({
    Name: text('Name', 'Up to 32 letters, digits and hyphens.', { main: true }),
    TargetType: choice(
      'Target type',
      '“ip” for tasks with the awsvpc network mode, else “instance”.',
      ['ip', 'instance', 'lambda', 'alb'],
      { default: 'instance', main: true },
    ),
    Protocol: choice('Protocol', 'Between load balancer and tasks.', protocols, { main: true }),
    Port: whole('Port', 'Used unless the service says otherwise.', { main: true }),
    ProtocolVersion: choice('Protocol version', 'For HTTP and HTTPS.', ['HTTP1', 'HTTP2', 'GRPC'], {
      default: 'HTTP1',
    }),
    VpcId: text('VPC', 'Where the targets are.', { main: true, control: 'reference' }),
    IpAddressType: choice('IP address type', 'Addresses of the targets.', ['ipv4', 'ipv6'], {
      default: 'ipv4',
    }),
    TargetControlPort: whole('Target control port', 'For the target optimizer.'),
    HealthCheckEnabled: flag('Health checks', 'Always on, except for Lambda functions.', {
      group: 'Health checks',
    }),
    HealthCheckProtocol: choice('Protocol', 'Of the check.', protocols, { group: 'Health checks' }),
    HealthCheckPort: text('Port', 'A port, or traffic-port for the one that gets the traffic.', {
      default: 'traffic-port',
      group: 'Health checks',
    }),
    HealthCheckPath: text('Path', 'Path that is requested.', {
      default: '/',
      main: true,
      group: 'Health checks',
    }),
    HealthCheckIntervalSeconds: whole('Interval', 'Time between two checks.', {
      unit: 'seconds',
      default: '30',
      main: true,
      group: 'Health checks',
    }),
    HealthCheckTimeoutSeconds: whole('Timeout', 'A check that takes longer has failed.', {
      unit: 'seconds',
      main: true,
      group: 'Health checks',
    }),
    HealthyThresholdCount: whole('Healthy threshold', 'Good checks in a row that make a target healthy.', {
      default: '5',
      main: true,
      group: 'Health checks',
    }),
    UnhealthyThresholdCount: whole('Unhealthy threshold', 'Failures in a row that make it unhealthy.', {
      default: '2',
      main: true,
      group: 'Health checks',
    }),
    Matcher: group(
      'Success codes',
      'Answers that count as healthy.',
      {
        HttpCode: text('HTTP codes', 'Such as 200-299.', { default: '200' }),
        GrpcCode: text('gRPC codes', 'Such as 0.', { default: '12' }),
      },
      { group: 'Health checks' },
    ),
    Attributes: list(
      'Attributes',
      'Such as deregistration_delay.timeout_seconds, how long a target that leaves may finish its work.',
      item({ Key: text('Key', 'Name of the attribute.'), Value: text('Value', 'Always a text.') }),
      { main: true, group: 'Attributes' },
    ),
    Tags: tags(),
  }),
  defaults: (name) => ({ Name: name, TargetType: 'ip', Protocol: 'HTTP', Port: 80 }),
  name: '/Name',
  attributes: { arn: { label: 'ARN' } },
  join: {
    // A service can't stand behind a gateway. The line can be drawn so that a rule can say so.
    from: ['application-load-balancer', 'network-load-balancer', 'gateway-load-balancer'],
    to: ['service'],
    meaning: 'forwards',
    named: 'targets',
    prepare: (spec, balancer) => {
      if (balancer.kind === 'network-load-balancer') spec.Protocol = 'TCP'
      if (balancer.kind === 'gateway-load-balancer') Object.assign(spec, { Protocol: 'GENEVE', Port: 6081 })
    },
  },
  relations: [{ path: '/VpcId', to: ['vpc'], meaning: 'in-network', draw: 'line' }],
  links: [
    // For pods a manifest of the AWS Load Balancer Controller says so, which is not drawn.
    { meaning: 'forwards', to: ['kubernetes-workload'] },
    // Only services register their tasks. The line can be drawn so that a rule can say so.
    { meaning: 'forwards', to: ['task', 'task-definition'] },
  ],
})
