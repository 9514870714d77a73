/**
 * One fault in a valid design: all that is found is that fault, and its fix leads back to a design without errors.
 */
import { expect, it } from 'vitest'
import { removeAt, setAt } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { validDesigns } from '../testing/valid-designs'
import { validate } from './validate'

const errorsIn = (design: Design) => validate(design).filter(({ severity }) => severity === 'error')

function named(name: string): Design {
  const design = validDesigns[name]
  if (!design) throw new Error(`There is no valid design “${name}”.`)
  return design
}

const shop = named('a Fargate web service behind HTTPS, with NAT gateways')
const withoutNat = named('the same with VPC endpoints and no NAT gateway')
const bridge = named('a web service in bridge mode and a daemon on an Auto Scaling group')
const onEc2 = named('tasks with addresses of their own on EC2, with ECS Exec')
const windowsShare = named('Windows on EC2 with a file share')
const windows = named('Windows on Fargate')
const spot = named('ARM64 on Fargate and Fargate Spot')
const managed = named('managed instances')
const external = named('external instances')
const worker = named('a queue worker that is scaled by its backlog')
const batch = named('a nightly batch task with EBS volumes')
const udp = named('UDP behind a Network Load Balancer')
const blueGreen = named('blue/green deployments by ECS')
const connect = named('two services with Service Connect')
const firelens = named('FireLens to CloudWatch Logs')
const eks = named('a Deployment on EKS with a Fargate profile')

/** A design with one member of a spec set, or taken out when no value is given. */
function broken(design: Design, id: string, pointer: string, value?: unknown): Design {
  return edit(design, ({ elements }) => {
    const spec = elements[id]?.spec
    if (!spec) throw new Error(`There is no element “${id}”.`)
    if (value === undefined) removeAt(spec, pointer)
    else setAt(spec, pointer, value)
  }).design
}

/** A design with a member of a spec under another name. */
function renamed(design: Design, id: string, from: string, to: string): Design {
  return broken(broken(design, id, `/${from}`), id, `/${to}`, design.elements[id]?.spec[from])
}

/** A design without an element. */
function without(design: Design, id: string): Design {
  return edit(design, ({ elements }) => {
    delete elements[id]
  }).design
}

const WEB = '/containerDefinitions/0'
const ROUTER = '/containerDefinitions/1'
const EFS = '/volumes/0/efsVolumeConfiguration'
const DISK = '/volumeConfigurations/0/managedEBSVolume'
const MANAGED = '/managedInstancesProvider'
const ASG = '/autoScalingGroupProvider'
const subnets = { awsvpcConfiguration: { subnets: ['@{private-a}', '@{private-b}'] } }
const trustsInstances = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
})

/** A fault, and the rules that find it: more than one where the parts that it hurts are told apart. */
type Fault = readonly [fault: string, design: Design, ...rules: string[]]

const inTaskDefinitions: readonly Fault[] = [
  ['a Fargate size that there is not', broken(shop, 'task', '/memory', '8192'), 'taskdef-fargate-cpu-memory'],
  ['no memory on Fargate', broken(shop, 'task', '/memory'), 'taskdef-fargate-size-required'],
  ['a CPU size that there is not', broken(spot, 'task', '/cpu', '300'), 'taskdef-fargate-cpu-value'],
  ['half a CPU for Windows', broken(windows, 'task', '/cpu', '512'), 'taskdef-fargate-windows-cpu'],
  ['bridge mode on Fargate', broken(shop, 'task', '/networkMode', 'bridge'), 'network-fargate-awsvpc'],
  ['no network mode on Fargate', broken(shop, 'task', '/networkMode'), 'network-fargate-awsvpc'],
  ['a network mode in capitals', broken(shop, 'task', '/networkMode', 'AWSVPC'), 'network-mode-value'],
  [
    'bridge mode on managed instances',
    broken(managed, 'task', '/networkMode', 'bridge'),
    'network-managed-mode',
  ],
  [
    'awsvpc on external instances',
    broken(external, 'task', '/networkMode', 'awsvpc'),
    'network-external-mode',
  ],
  ['bridge mode on Windows', broken(windowsShare, 'task', '/networkMode', 'bridge'), 'network-windows-mode'],
  ['a misspelt member', renamed(shop, 'task', 'executionRoleArn', 'executionRole'), 'taskdef-unknown-member'],
  [
    'a compatibility in small letters',
    broken(shop, 'task', '/requiresCompatibilities/0', 'fargate'),
    'taskdef-compat-value',
  ],
  ['a family with blanks', broken(shop, 'task', '/family', 'web shop'), 'taskdef-family-invalid'],
  ['no family', broken(shop, 'task', '/family'), 'taskdef-family-required'],
  [
    'Docker’s name for the processor',
    broken(spot, 'task', '/runtimePlatform/cpuArchitecture', 'arm64'),
    'taskdef-os-value',
  ],
  [
    'a Windows that Fargate has not',
    broken(windows, 'task', '/runtimePlatform/operatingSystemFamily', 'WINDOWS_SERVER_2016_FULL'),
    'taskdef-fargate-windows-release',
  ],
  ['an IPC mode on Fargate', broken(shop, 'task', '/ipcMode', 'task'), 'taskdef-ipc-unsupported'],
  ['the processes of the host on Fargate', broken(shop, 'task', '/pidMode', 'host'), 'taskdef-pid-fargate'],
  [
    'placement constraints on Fargate',
    broken(shop, 'task', '/placementConstraints', [{ type: 'memberOf', expression: 'a == b' }]),
    'taskdef-placement-fargate',
  ],
  [
    'more disk than there is',
    broken(shop, 'task', '/ephemeralStorage', { sizeInGiB: 500 }),
    'taskdef-ephemeral-range',
  ],
  [
    'as much disk as there is anyway',
    broken(shop, 'task', '/ephemeralStorage', { sizeInGiB: 20 }),
    'taskdef-ephemeral-range',
  ],
  [
    'no execution role',
    broken(shop, 'task', '/executionRoleArn'),
    'iam-exec-role-ecr',
    'iam-exec-role-awslogs',
    'iam-exec-role-secrets',
  ],
  [
    'no execution role on managed instances',
    broken(managed, 'task', '/executionRoleArn'),
    'iam-exec-role-ecr',
    'iam-exec-role-awslogs',
  ],
  ['no task role for EFS', broken(shop, 'task', '/taskRoleArn'), 'iam-task-role-efs'],
  [
    'a role that trusts somebody else',
    broken(shop, 'execution-role', '/AssumeRolePolicyDocument', trustsInstances),
    'iam-trust-principal',
  ],
  [
    'EFS with IAM and without encryption',
    broken(shop, 'task', `${EFS}/transitEncryption`),
    'volume-efs-tls-required',
  ],
  ['a volume without a name', broken(shop, 'task', '/volumes/0/name'), 'volume-name-required'],
  [
    'a host path on Fargate',
    broken(shop, 'task', '/volumes/0', { name: 'uploads', host: { sourcePath: '/srv' } }),
    'volume-host-path-fargate',
  ],
  [
    'a Docker volume on Fargate',
    broken(shop, 'task', '/volumes/0', { name: 'uploads', dockerVolumeConfiguration: { scope: 'task' } }),
    'volume-docker-unsupported',
  ],
  ['an EBS volume that nobody mounts', broken(batch, 'task', `${WEB}/mountPoints`), 'volume-ebs-unmounted'],
]

const inContainers: readonly Fault[] = [
  ['no name', broken(shop, 'task', `${WEB}/name`), 'container-name-required'],
  [
    'a name with a blank',
    broken(
      broken(firelens, 'task', `${ROUTER}/name`, 'log router'),
      'task',
      `${WEB}/dependsOn/0/containerName`,
      'log router',
    ),
    'container-name-invalid',
  ],
  [
    'one name twice',
    broken(broken(firelens, 'task', `${ROUTER}/name`, 'web'), 'task', `${WEB}/dependsOn`),
    'container-name-duplicate',
  ],
  [
    'no essential container',
    broken(broken(firelens, 'task', `${ROUTER}/essential`, false), 'task', `${WEB}/essential`, false),
    'taskdef-essential-required',
  ],
  [
    'more memory than its task has',
    broken(shop, 'task', `${WEB}/memory`, 2048),
    'container-memory-over-task',
  ],
  [
    'a hard limit below the soft one',
    broken(bridge, 'task', `${WEB}/memory`, 128),
    'container-memory-lt-reservation',
  ],
  [
    'no memory on EC2',
    broken(broken(bridge, 'task', `${WEB}/memory`), 'task', `${WEB}/memoryReservation`),
    'taskdef-memory-missing',
  ],
  [
    'root’s rights on Fargate',
    broken(shop, 'task', `${WEB}/privileged`, true),
    'container-privileged-fargate',
  ],
  [
    'DNS servers on Fargate',
    broken(shop, 'task', `${WEB}/dnsServers`, ['10.0.0.2']),
    'container-fargate-docker-options',
  ],
  ['a host name in awsvpc mode', broken(onEc2, 'task', `${WEB}/hostname`, 'web'), 'network-hostname-awsvpc'],
  [
    'links in awsvpc mode',
    broken(firelens, 'task', `${WEB}/links`, ['log-router']),
    'network-links-bridge-only',
  ],
  [
    'a capability that Fargate does not add',
    broken(shop, 'task', `${WEB}/linuxParameters`, { capabilities: { add: ['NET_ADMIN'] } }),
    'container-capability-fargate',
  ],
  [
    'swap on Fargate',
    broken(shop, 'task', `${WEB}/linuxParameters`, { maxSwap: 512 }),
    'container-linux-params-fargate',
  ],
  [
    'Linux parameters on Windows',
    broken(windows, 'task', `${WEB}/linuxParameters`, { initProcessEnabled: true }),
    'container-windows-unsupported',
  ],
  [
    'more time to stop than Fargate gives',
    broken(spot, 'task', `${WEB}/stopTimeout`, 600),
    'container-timeout-fargate',
  ],
  [
    'waiting for a container that is not there',
    broken(firelens, 'task', `${WEB}/dependsOn/0/containerName`, 'ghost'),
    'container-depends-unknown',
  ],
  [
    'waiting for the health of one without a check',
    broken(firelens, 'task', `${WEB}/dependsOn/0/condition`, 'HEALTHY'),
    'container-depends-healthy',
  ],
  [
    'waiting for the end of an essential one',
    broken(firelens, 'task', `${WEB}/dependsOn/0/condition`, 'SUCCESS'),
    'container-depends-essential',
  ],
  [
    'a health check every second',
    broken(shop, 'task', `${WEB}/healthCheck/interval`, 1),
    'container-health-range',
  ],
  [
    'an image with https',
    broken(spot, 'task', `${WEB}/image`, 'https://public.ecr.aws/nginx/nginx:1.27'),
    'image-format',
  ],
  ['an image in capitals', broken(spot, 'task', `${WEB}/image`, 'ghcr.io/Shop/Web:1'), 'image-format'],
  [
    'another host port in awsvpc mode',
    broken(shop, 'task', `${WEB}/portMappings/0/hostPort`, 80),
    'port-awsvpc-host',
  ],
  ['a host port of SSH', broken(bridge, 'task', `${WEB}/portMappings/0/hostPort`, 22), 'port-host-reserved'],
  [
    'a port name in capitals',
    broken(connect, 'prices-task', `${WEB}/portMappings/0/name`, 'HTTP'),
    'port-name-invalid',
  ],
  [
    'an application protocol in capitals',
    broken(shop, 'task', `${WEB}/portMappings/0/appProtocol`, 'HTTP'),
    'port-app-protocol',
  ],
  [
    'a log driver that Fargate has not',
    broken(shop, 'task', `${WEB}/logConfiguration/logDriver`, 'syslog'),
    'log-driver-fargate',
  ],
  [
    'awslogs without a stream prefix',
    broken(shop, 'task', `${WEB}/logConfiguration/options/awslogs-stream-prefix`),
    'log-awslogs-prefix',
  ],
  [
    'awslogs without a Region',
    broken(shop, 'task', `${WEB}/logConfiguration/options/awslogs-region`),
    'log-awslogs-required',
  ],
  [
    'awslogs without options',
    broken(shop, 'task', `${WEB}/logConfiguration/options`),
    'log-awslogs-required',
  ],
  [
    'no log router',
    broken(firelens, 'task', `${ROUTER}/firelensConfiguration`),
    'log-firelens-router-missing',
  ],
  [
    'a log router that nobody uses',
    broken(firelens, 'task', `${WEB}/logConfiguration`),
    'log-firelens-unused',
  ],
  [
    'a log router of another type',
    broken(firelens, 'task', `${ROUTER}/firelensConfiguration/type`, 'fluent-bit'),
    'log-firelens-type',
  ],
  [
    'a mount of a volume in other letters',
    broken(shop, 'task', `${WEB}/mountPoints/0/sourceVolume`, 'Uploads'),
    'volume-mount-unknown',
  ],
  [
    'a mount at no absolute path',
    broken(shop, 'task', `${WEB}/mountPoints/0/containerPath`, 'data'),
    'volume-mount-path',
  ],
  [
    'a variable that is plain and secret',
    broken(shop, 'task', `${WEB}/environment`, [{ name: 'FLAGS', value: 'none' }]),
    'container-env-secret-collision',
  ],
  [
    'a GPU on Fargate',
    broken(shop, 'task', `${WEB}/resourceRequirements`, [{ type: 'GPU', value: '1' }]),
    'taskdef-gpu-unsupported',
  ],
]

const inServicesAndTasks: readonly Fault[] = [
  [
    'launch type and strategy',
    broken(spot, 'web', '/launchType', 'FARGATE'),
    'capacity-strategy-and-launch-type',
  ],
  [
    'a strategy without weights',
    broken(
      broken(spot, 'web', '/capacityProviderStrategy/0/weight'),
      'web',
      '/capacityProviderStrategy/1/weight',
    ),
    'capacity-strategy-zero-weights',
  ],
  [
    'a weight that is too large',
    broken(spot, 'web', '/capacityProviderStrategy/1/weight', 5000),
    'capacity-strategy-range',
  ],
  [
    'two bases',
    broken(spot, 'web', '/capacityProviderStrategy/1/base', 1),
    'capacity-strategy-multiple-base',
  ],
  [
    'a capacity provider that its cluster has not',
    broken(spot, 'main', '/capacityProviders', ['FARGATE']),
    'capacity-provider-not-associated',
  ],
  [
    'an old platform version',
    broken(worker, 'worker', '/platformVersion', '1.3.0'),
    'service-platform-version-old',
  ],
  [
    'an old platform version for secrets, ARM64 and EFS',
    broken(shop, 'web', '/platformVersion', '1.3.0'),
    'secret-json-key-platform',
    'taskdef-arm-platform',
    'volume-efs-platform',
  ],
  [
    'a platform version on EC2',
    broken(bridge, 'web', '/platformVersion', 'LATEST'),
    'service-platform-version-launch',
  ],
  ['no cluster', broken(shop, 'web', '/cluster'), 'cluster-service-outside'],
  ['no subnets', broken(shop, 'web', '/networkConfiguration'), 'network-awsvpc-config-required'],
  [
    'subnets in bridge mode',
    broken(bridge, 'web', '/networkConfiguration', subnets),
    'network-config-not-awsvpc',
  ],
  [
    'a public address on EC2',
    broken(onEc2, 'web', '/networkConfiguration/awsvpcConfiguration/assignPublicIp', 'ENABLED'),
    'network-assign-public-ip-ec2',
  ],
  [
    'placement on Fargate',
    broken(shop, 'web', '/placementStrategy', [{ type: 'random' }]),
    'service-placement-fargate',
  ],
  [
    'a daemon on Fargate',
    broken(broken(spot, 'web', '/schedulingStrategy', 'DAEMON'), 'web', '/desiredCount'),
    'service-daemon-fargate',
  ],
  ['no number of tasks', broken(external, 'reader', '/desiredCount'), 'service-desired-count'],
  [
    'no room in a deployment',
    broken(shop, 'web', '/deploymentConfiguration/maximumPercent', 100),
    'service-percent-blocked',
  ],
  [
    'a maximum below 100 %',
    broken(shop, 'web', '/deploymentConfiguration/maximumPercent', 90),
    'service-percent-range',
  ],
  [
    'blue/green without a bake time',
    broken(blueGreen, 'web', '/deploymentConfiguration/bakeTimeInMinutes'),
    'deploy-bake-time',
  ],
  [
    'blue/green without a second target group',
    broken(blueGreen, 'web', '/loadBalancers/0/advancedConfiguration/alternateTargetGroupArn'),
    'deploy-advanced-config',
  ],
  [
    'linear settings with blue/green',
    broken(blueGreen, 'web', '/deploymentConfiguration/linearConfiguration', { stepPercent: 10 }),
    'deploy-config-mismatch',
  ],
  [
    'a canary without traffic',
    broken(worker, 'worker', '/deploymentConfiguration', { strategy: 'CANARY' }),
    'deploy-progressive-needs-traffic',
  ],
  [
    'CodeDeploy without a load balancer',
    broken(broken(worker, 'worker', '/deploymentConfiguration'), 'worker', '/deploymentController', {
      type: 'CODE_DEPLOY',
    }),
    'deploy-codedeploy-lb',
  ],
  [
    'an external controller',
    broken(broken(worker, 'worker', '/deploymentConfiguration'), 'worker', '/deploymentController', {
      type: 'EXTERNAL',
    }),
    'deploy-external-fields',
  ],
  [
    'ECS Exec without a task role',
    broken(broken(onEc2, 'task', '/taskRoleArn'), 'task', `${EFS}/authorizationConfig`),
    'iam-task-role-exec-command',
  ],
  [
    'Service Connect without a namespace',
    broken(connect, 'main', '/serviceConnectDefaults'),
    'service-connect-namespace',
    'service-connect-namespace',
  ],
  [
    'Service Connect to a port that is not there',
    broken(connect, 'prices', '/serviceConnectConfiguration/services/0/portName', 'https'),
    'service-connect-port-name',
  ],
  ['too many tasks in a call', broken(batch, 'nightly', '/count', 11), 'run-count'],
  [
    'tags of a service that there is not',
    broken(batch, 'nightly', '/propagateTags', 'SERVICE'),
    'run-propagate-tags',
  ],
  [
    'an override for a container in other letters',
    broken(batch, 'nightly', '/overrides/containerOverrides/0/name', 'Report'),
    'run-override-container',
  ],
  [
    'an EBS volume without a role',
    broken(batch, 'nightly', `${DISK}/roleArn`),
    'iam-infrastructure-role-ebs',
  ],
  ['an EBS volume without a size', broken(batch, 'nightly', `${DISK}/sizeInGiB`), 'volume-ebs-size'],
  [
    'a magnetic EBS volume on Fargate',
    broken(batch, 'nightly', `${DISK}/volumeType`, 'standard'),
    'volume-ebs-type',
  ],
  [
    'an EBS volume that nobody describes',
    broken(batch, 'nightly', '/volumeConfigurations'),
    'volume-ebs-launch-config',
  ],
  [
    'an EBS volume by another name',
    broken(batch, 'nightly', '/volumeConfigurations/0/name', 'disk'),
    'volume-ebs-launch-config',
  ],
]

const inWhatTheyNeed: readonly Fault[] = [
  [
    'target type instance for Fargate',
    broken(shop, 'targets', '/TargetType', 'instance'),
    'lb-target-type-awsvpc',
  ],
  ['no target type', broken(shop, 'targets', '/TargetType'), 'lb-target-type-awsvpc'],
  ['target type ip for bridge mode', broken(bridge, 'targets', '/TargetType', 'ip'), 'lb-target-type-bridge'],
  [
    'a port that is not mapped',
    broken(shop, 'web', '/loadBalancers/0/containerPort', 9090),
    'lb-port-unknown',
  ],
  [
    'a container that is not there',
    broken(shop, 'web', '/loadBalancers/0/containerName', 'api'),
    'lb-container-unknown',
  ],
  ['no listener', broken(shop, 'balancer', '/Listeners'), 'lb-target-group-detached'],
  ['a load balancer in one zone', broken(shop, 'balancer', '/Subnets', ['@{public-a}']), 'lb-alb-two-zones'],
  [
    'two subnets in one zone',
    broken(shop, 'balancer', '/Subnets/2', '@{private-a}'),
    'lb-subnet-zone-duplicate',
  ],
  ['a target group without a VPC', broken(shop, 'targets', '/VpcId'), 'lb-target-group-fields'],
  ['a target group without a protocol', broken(udp, 'targets', '/Protocol'), 'lb-target-group-fields'],
  ['a load balancer’s name with a dot', broken(shop, 'balancer', '/Name', 'web.shop'), 'lb-name-invalid'],
  [
    'a check that takes longer than its interval',
    broken(shop, 'targets', '/HealthCheckTimeoutSeconds', 20),
    'lb-health-timing',
  ],
  [
    'a check on a fixed port with dynamic ones',
    broken(bridge, 'targets', '/HealthCheckPort', '8080'),
    'lb-dynamic-health-port',
  ],
  ['a check by UDP', broken(udp, 'targets', '/HealthCheckProtocol', 'UDP'), 'lb-health-protocol'],
  ['endpoints without the one for images', without(withoutNat, 'ecr-api'), 'network-no-egress'],
  [
    'a way out of a single subnet',
    broken(shop, 'private-a', '/Routes/0', {
      DestinationCidrBlock: '10.9.0.0/16',
      TransitGatewayId: 'tgw-1',
    }),
    'network-no-egress',
  ],
  [
    'termination protection without scaling',
    broken(bridge, 'capacity', `${ASG}/managedScaling/status`, 'DISABLED'),
    'capacity-termination-protection',
  ],
  [
    'a target capacity of nothing',
    broken(bridge, 'capacity', `${ASG}/managedScaling/targetCapacity`, 0),
    'capacity-target-capacity-range',
  ],
  [
    'a capacity provider’s name that AWS keeps',
    broken(bridge, 'capacity', '/name', 'ecs-instances'),
    'capacity-provider-name-invalid',
  ],
  [
    'no Auto Scaling group',
    broken(bridge, 'capacity', `${ASG}/autoScalingGroupArn`),
    'capacity-asg-required',
  ],
  [
    'no instance profile',
    broken(bridge, 'instances', '/LaunchTemplateData/IamInstanceProfile'),
    'capacity-instance-no-profile',
  ],
  ['an instance profile without a role', broken(bridge, 'profile', '/Roles'), 'capacity-instance-no-profile'],
  ['a minimum above the maximum', broken(bridge, 'instances', '/MinSize', 20), 'capacity-asg-size-order'],
  [
    'ARM64 on x86-64 instances',
    broken(bridge, 'task', '/runtimePlatform', { cpuArchitecture: 'ARM64' }),
    'capacity-arch-mismatch',
  ],
  [
    'managed instances without a cluster',
    broken(managed, 'capacity', '/cluster'),
    'capacity-managed-cluster',
  ],
  [
    'managed instances without a role',
    broken(managed, 'capacity', `${MANAGED}/infrastructureRoleArn`),
    'capacity-managed-required',
  ],
  [
    'managed instances without a profile',
    broken(managed, 'capacity', `${MANAGED}/instanceLaunchTemplate/ec2InstanceProfileArn`),
    'capacity-managed-required',
  ],
  [
    'managed instances on a cluster’s list',
    broken(managed, 'main', '/capacityProviders', ['@{capacity}']),
    'capacity-managed-cluster',
  ],
  [
    'managed instances as a launch type',
    broken(broken(managed, 'web', '/capacityProviderStrategy'), 'web', '/launchType', 'MANAGED_INSTANCES'),
    'capacity-managed-launch-type',
  ],
  [
    'a cluster’s name with a blank',
    broken(shop, 'main', '/clusterName', 'my cluster'),
    'cluster-name-invalid',
  ],
  [
    'an unknown word for Container Insights',
    broken(shop, 'main', '/settings/0/value', 'on'),
    'cluster-insights-value',
  ],
  [
    'a log of sessions that does not fit',
    broken(onEc2, 'main', '/configuration/executeCommandConfiguration/logging', 'DEFAULT'),
    'cluster-exec-log-config',
  ],
  ['a minimum of tasks above the maximum', broken(worker, 'scaling', '/MinCapacity', 50), 'scale-min-max'],
  [
    'a target above 100 %',
    broken(shop, 'scaling', '/TargetTrackingScalingPolicyConfiguration/TargetValue', 120),
    'scale-target-range',
  ],
  ['a policy of no type', broken(worker, 'scaling', '/PolicyType'), 'scale-policy-type'],
  ['days that logs are not kept for', broken(shop, 'logs', '/retentionInDays', 45), 'log-retention-days'],
  [
    'a repository in capitals',
    broken(shop, 'repository', '/repositoryName', 'Shop/Web'),
    'ecr-repository-name',
  ],
  [
    'pods that no profile picks',
    broken(eks, 'profile', '/selectors/0/namespace', 'other'),
    'eks-pod-not-selected',
  ],
  ['a profile without selectors', broken(eks, 'profile', '/selectors'), 'eks-fargate-selectors'],
  [
    'pods on Fargate behind target type instance',
    broken(eks, 'targets', '/TargetType', 'instance'),
    'eks-fargate-target-type',
  ],
  ['a DaemonSet on Fargate', broken(eks, 'web', '/kind', 'DaemonSet'), 'eks-fargate-daemonset'],
  [
    'a privileged pod on Fargate',
    broken(eks, 'web', '/spec/template/spec/containers/0/securityContext', { privileged: true }),
    'eks-fargate-privileged',
  ],
]

const faults = [...inTaskDefinitions, ...inContainers, ...inServicesAndTasks, ...inWhatTheyNeed]

it.each(faults.map(([fault, design, ...rules]) => ({ fault, design, rules })))(
  '$fault is found and mended',
  ({ design, rules }) => {
    const errors = errorsIn(design)
    expect(errors.map(({ rule }) => rule)).toEqual(rules)
    const { fix } = errors[0] ?? {}
    expect(fix).toBeDefined()
    expect(errorsIn(edit(design, fix!.apply).design)).toEqual([])
  },
)
