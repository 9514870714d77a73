/** How others reach a service: load balancers, Service Connect, service discovery, VPC Lattice and gateways. */
import { accessLogFormats, proxyLogLevels, queryParameters } from '../../aws/facts/service-connect'
import { choice, flag, group, item, list, oneOf, text, whole } from '../fields'
import { logConfiguration } from './logging'

/** `LoadBalancer`: one container port behind one target group, or behind a Classic Load Balancer. */
const loadBalancer = item({
  targetGroupArn: text('Target group', 'Of an Application or Network Load Balancer.', {
    main: true,
    control: 'reference',
  }),
  loadBalancerName: text('Classic Load Balancer', 'Name; not together with a target group.', {
    control: 'reference',
  }),
  containerName: text('Container', 'The container that gets the traffic.', { main: true }),
  containerPort: whole('Container port', 'One of its port mappings.', { main: true }),
  advancedConfiguration: group('Blue/green', 'For rollouts that move traffic.', {
    alternateTargetGroupArn: text('Alternate target group', 'Where the new revision is registered.', {
      control: 'reference',
    }),
    productionListenerRule: text('Production listener rule', 'ARN of the rule, or of an NLB’s listener.'),
    testListenerRule: text('Test listener rule', 'ARN of the rule for test traffic.'),
    roleArn: text('Role', 'Lets ECS change the load balancer.', { control: 'reference' }),
  }),
})

const clientAlias = item({
  port: whole('Port', 'Port that clients use.'),
  dnsName: text('DNS name', 'Name that clients use.'),
  testTrafficRules: group('Test traffic', 'Requests that go to the new revision first.', {
    header: group('Header', 'How they are recognised.', {
      name: text('Name', 'Name of the HTTP header.'),
      value: group('Value', 'What it must be.', { exact: text('Exact', 'The whole value.') }),
    }),
  }),
})

const serviceConnectService = item({
  portName: text('Port name', 'Name of a port mapping of the task definition.'),
  discoveryName: text('Discovery name', 'Name in the namespace; the port name when left out.'),
  clientAliases: list('Client aliases', 'How clients call it.', clientAlias),
  ingressPortOverride: whole('Ingress port', 'Port that the proxy listens on.'),
  timeout: group('Timeouts', 'For connections through the proxy.', {
    idleTimeoutSeconds: whole('Idle timeout', '0 turns it off.', { unit: 'seconds' }),
    perRequestTimeoutSeconds: whole('Request timeout', '0 turns it off.', { unit: 'seconds' }),
  }),
  tls: group('TLS', 'Encryption between the proxies.', {
    issuerCertificateAuthority: group('Certificate authority', 'Who issues the certificates.', {
      awsPcaAuthorityArn: text('Private CA', 'ARN of the AWS Private Certificate Authority.'),
    }),
    kmsKey: text('KMS key', 'Encrypts the private keys.'),
    roleArn: text('Role', 'Lets Service Connect manage the certificates.', { control: 'reference' }),
  }),
})

const serviceConnect = () =>
  group(
    'Service Connect',
    'Names, load balancing and metrics between services, by a proxy in every task.',
    {
      enabled: flag('Enabled', 'Whether the service takes part.', { main: true }),
      namespace: text('Namespace', 'Cloud Map namespace; the cluster’s default one when left out.', {
        main: true,
      }),
      services: list(
        'Services',
        'Ports that others can call; none for a service that only calls.',
        serviceConnectService,
      ),
      logConfiguration: logConfiguration(),
      accessLogConfiguration: group('Access log', 'One line per request.', {
        format: choice('Format', 'How a line looks.', accessLogFormats),
        includeQueryParameters: choice('Query parameters', 'Whether they are logged.', queryParameters),
      }),
      containerConfigurations: list(
        'Proxy settings',
        'One setting each.',
        item({
          logLevel: choice('Log level', 'How much the proxy writes.', proxyLogLevels),
        }),
      ),
    },
    { main: true, group: 'Service Connect' },
  )

const latticeTarget = item({
  roleArn: text('Role', 'Lets ECS register the tasks.', { control: 'reference' }),
  targetGroupArn: text('VPC Lattice target group', 'ARN of the target group.'),
  portName: text('Port name', 'Name of a port mapping of the task definition.'),
  advancedConfiguration: group('Blue/green', 'For rollouts that move traffic.', {
    alternateTargetGroupArn: text('Alternate target group', 'Where the new revision is registered.'),
    productionListenerRule: text('Production listener rule', 'ARN of the rule for production traffic.'),
    testListenerRule: text('Test listener rule', 'ARN of the rule for test traffic.'),
  }),
})

const gatewayConnector = item({
  portName: text('Port name', 'Name of a port mapping of the task definition.'),
  healthCheck: group('Health check', 'How the gateway checks the tasks.', {
    healthCheckProtocol: choice('Protocol', 'Of the check.', ['HTTP', 'HTTPS']),
    healthCheckPort: whole('Port', 'Port that is checked.'),
    healthCheckPath: text('Path', 'Path that is requested.'),
    healthCheckTimeoutSeconds: whole('Timeout', 'A check that takes longer has failed.', { unit: 'seconds' }),
    healthCheckIntervalSeconds: whole('Interval', 'Time between two checks.', { unit: 'seconds' }),
    healthyThresholdCount: whole('Healthy threshold', 'Good checks in a row that make a task healthy.'),
    unhealthyThresholdCount: whole('Unhealthy threshold', 'Failures in a row that make it unhealthy.'),
    matcher: group('Success codes', 'Answers that count as healthy.', {
      httpCode: text('HTTP codes', 'Such as 200-299.'),
      grpcCode: text('gRPC codes', 'Such as 0.'),
    }),
  }),
  filters: group('Filters', 'Who may use it.', {
    accessTypes: list('Access', 'From where.', oneOf(['PRIVATE', 'PUBLIC'])),
  }),
})

export const reachedBy = {
  loadBalancers: list('Load balancing', 'Target groups that the tasks are registered with.', loadBalancer, {
    main: true,
    group: 'Load balancing',
  }),
  healthCheckGracePeriodSeconds: whole(
    'Health check grace period',
    'New tasks may fail checks for so long.',
    {
      unit: 'seconds',
      default: '0',
      main: true,
      group: 'Load balancing',
    },
  ),
  serviceConnectConfiguration: serviceConnect(),
  serviceRegistries: list(
    'Service discovery',
    'Cloud Map service that the tasks are registered with.',
    item({
      registryArn: text('Registry', 'ARN of the Cloud Map service.'),
      port: whole('Port', 'For SRV records with host or bridge network mode.'),
      containerName: text('Container', 'For SRV records.'),
      containerPort: whole('Container port', 'For SRV records.'),
    }),
    { group: 'Service discovery' },
  ),
  vpcLatticeConfigurations: list(
    'VPC Lattice',
    'Lattice target groups that the tasks are registered with.',
    latticeTarget,
    {
      group: 'VPC Lattice',
    },
  ),
  gatewayConnectors: list(
    'Gateway connectors',
    'Ports that a gateway of the cluster serves.',
    gatewayConnector,
    {
      group: 'Gateways',
    },
  ),
}
