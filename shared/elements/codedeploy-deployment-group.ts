import { refer, referencesIn } from '../design/references'
import { choice, flag, group, item, line, list, oneOf, spec, tags, text, whole } from './fields'
import { defineKind, type Relation } from './kind'
import { append, dropItem } from './parts/editing'
import { named } from './parts/identifiers'
import { textAt } from './parts/reading'

const blueGreen = () =>
  group(
    'Blue/green',
    'What happens between the old and the new tasks.',
    {
      deploymentReadyOption: group('Rerouting', 'When traffic goes to the new tasks.', {
        actionOnTimeout: choice('Action', 'At once, or when somebody says so.', [
          'CONTINUE_DEPLOYMENT',
          'STOP_DEPLOYMENT',
        ]),
        waitTimeInMinutes: whole('Wait', 'How long somebody may take.', { unit: 'minutes' }),
      }),
      terminateBlueInstancesOnDeploymentSuccess: group('Old tasks', 'When they are ended.', {
        action: choice('Action', 'The only one for ECS is TERMINATE.', ['TERMINATE', 'KEEP_ALIVE']),
        terminationWaitTimeInMinutes: whole('Wait', 'Time in which one can still go back.', {
          unit: 'minutes',
        }),
      }),
    },
    { main: true },
  )

const trafficRoute = (label: string, help: string) =>
  group(label, help, { listenerArns: list('Listeners', 'ARN of the one listener.', line) })

const loadBalancing = () =>
  group(
    'Load balancing',
    'Where traffic is moved from and to.',
    {
      targetGroupPairInfoList: list(
        'Target groups',
        'One pair.',
        item({
          targetGroups: list(
            'Target groups',
            'Two: one for the old tasks, one for the new.',
            item({ name: text('Name', 'Name of the target group.') }),
          ),
          prodTrafficRoute: trafficRoute('Production traffic', 'What users reach.'),
          testTrafficRoute: trafficRoute('Test traffic', 'What tests reach before users do.'),
        }),
      ),
    },
    { main: true },
  )

const deploys: Relation = {
  path: '/ecsServices/*/serviceName',
  to: ['service'],
  meaning: 'deploys',
  draw: 'line',
  connect: (spec, { reference, target }) => {
    const clusterName = clusterOf(target.spec)
    return append(spec, 'ecsServices', {
      serviceName: reference,
      ...(clusterName !== undefined && { clusterName }),
    })
  },
  disconnect: dropItem,
}

/** A service names its cluster, by name or ARN, or by the reference that stands for one. */
function clusterOf(service: Readonly<Record<string, unknown>>): string | undefined {
  const cluster = textAt(service, '/cluster')
  const reference = referencesIn(cluster ?? '')[0]
  return reference ? refer(reference.id, 'name') : cluster?.split('/').at(-1)
}

/** CreateDeploymentGroup input. https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html */
export const codedeployDeploymentGroup = defineKind({
  kind: 'codedeploy-deployment-group',
  label: 'CodeDeploy deployment group',
  summary: 'Blue/green deployments of a service by CodeDeploy; ECS can do them by itself, too.',
  category: 'management',
  keywords: ['blue green', 'canary', 'linear', 'deployment'],
  docs: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html',
  icon: 'codedeploy',
  spec: spec({
    deploymentGroupName: text('Name', 'Unique in the application.', { main: true }),
    applicationName: text('Application', 'CodeDeploy application that it belongs to.', { main: true }),
    deploymentConfigName: choice(
      'Deployment configuration',
      'How fast traffic moves.',
      [
        'CodeDeployDefault.ECSAllAtOnce',
        'CodeDeployDefault.ECSCanary10Percent5Minutes',
        'CodeDeployDefault.ECSCanary10Percent15Minutes',
        'CodeDeployDefault.ECSLinear10PercentEvery1Minutes',
        'CodeDeployDefault.ECSLinear10PercentEvery3Minutes',
      ],
      { main: true },
    ),
    serviceRoleArn: text('Service role', 'Lets CodeDeploy change the service and its listeners.', {
      main: true,
      control: 'reference',
    }),
    ecsServices: list(
      'Services',
      'What it deploys.',
      item({
        serviceName: text('Service', 'Its name.', { control: 'reference' }),
        clusterName: text('Cluster', 'Name of the service’s cluster.', { control: 'reference' }),
      }),
      { main: true },
    ),
    loadBalancerInfo: loadBalancing(),
    blueGreenDeploymentConfiguration: blueGreen(),
    deploymentStyle: group('Deployment style', 'Always blue/green with traffic control for ECS.', {
      deploymentType: choice('Type', 'How new tasks replace old ones.', ['BLUE_GREEN', 'IN_PLACE']),
      deploymentOption: choice('Traffic', 'Whether a load balancer is used.', [
        'WITH_TRAFFIC_CONTROL',
        'WITHOUT_TRAFFIC_CONTROL',
      ]),
    }),
    autoRollbackConfiguration: group('Rollback', 'Goes back by itself.', {
      enabled: flag('Enabled', 'Whether it does.'),
      events: list(
        'Events',
        'After what.',
        oneOf(['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM', 'DEPLOYMENT_STOP_ON_REQUEST']),
      ),
    }),
    alarmConfiguration: group('Alarms', 'CloudWatch alarms that stop a deployment.', {
      enabled: flag('Enabled', 'Whether they do.'),
      alarms: list('Alarms', 'By name.', item({ name: text('Name', 'Of the alarm.') })),
    }),
    tags: tags(),
  }),
  defaults: (name) => ({
    deploymentGroupName: name,
    deploymentConfigName: 'CodeDeployDefault.ECSAllAtOnce',
    deploymentStyle: { deploymentType: 'BLUE_GREEN', deploymentOption: 'WITH_TRAFFIC_CONTROL' },
  }),
  name: '/deploymentGroupName',
  attributes: { name: named('Name', '/deploymentGroupName') },
  relations: [
    deploys,
    {
      path: '/ecsServices/*/clusterName',
      to: ['cluster'],
      attribute: 'name',
      meaning: 'in-cluster',
      draw: 'line',
      drawable: false,
    },
    { path: '/serviceRoleArn', to: ['iam-role'], meaning: 'service-role', draw: 'line' },
  ],
})
