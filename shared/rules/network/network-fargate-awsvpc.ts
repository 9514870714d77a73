import { taskDefinition } from '../../elements/task-definition'
import { hasPlaceholder } from '../../elements/view'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, service } from '../examples'
import { runsOnFargate } from '../reading'
import { defineRule } from '../rule'
import { isMisspelt } from '../task/strangers'
import { awsvpcFix, canBecomeAwsvpc } from './awsvpc'

export const networkFargateAwsvpc = defineRule({
  id: 'network-fargate-awsvpc',
  severity: 'error',
  on: [taskDefinition],
  yieldsTo: ['network-mode-value'],
  title: 'Fargate tasks use the awsvpc network mode',
  message: 'Fargate runs tasks in network mode awsvpc only; this task definition says {mode}.',
  variants: {
    missing:
      'Fargate runs tasks in network mode awsvpc only; this task definition names none, which means bridge.',
  },
  why: 'A Fargate task has no container instance whose network it could share: it always gets a network interface of its own, and that is what awsvpc says. A definition without a network mode means bridge, so leaving it out is refused as well.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-21',
    },
    { ref: 'E3048', checked: '2026-11-21' },
    { ref: 'CDK:FargateTasksOnlyAwsVpc', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const mode = spec.networkMode || undefined
    if (mode === 'awsvpc' || (mode !== undefined && hasPlaceholder(mode)) || !runsOnFargate(graph, id)) return
    if (mode === undefined && isMisspelt(element.spec, 'networkMode')) return
    report({
      at: '/networkMode',
      ...(mode === undefined ? { variant: 'missing' } : { values: { mode } }),
      ...(canBecomeAwsvpc(graph, id, spec) && { fix: awsvpcFix(id) }),
    })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: fargateTask() }),
      'bridge on container instances': drawing({ task: ec2Task({ networkMode: 'bridge' }) }),
      'no mode while nothing says how it runs': drawing({
        task: ec2Task({ requiresCompatibilities: undefined }),
        web: service(),
      }),
      'a placeholder': drawing({ task: fargateTask({ networkMode: '<network-mode>' }) }),
    },
    invalid: {
      bridge: {
        design: drawing({ task: fargateTask({ networkMode: 'bridge' }) }),
        element: 'task',
        at: '/networkMode',
      },
      'left out': {
        design: drawing({ task: fargateTask({ networkMode: undefined }) }),
        element: 'task',
        at: '/networkMode',
      },
      'with a dynamic host port, which awsvpc does not have': {
        design: drawing({
          task: fargateTask({
            networkMode: 'bridge',
            containerDefinitions: [container({ portMappings: [{ containerPort: 80, hostPort: 0 }] })],
          }),
        }),
        element: 'task',
        at: '/networkMode',
      },
      'run by the cluster’s default strategy': {
        design: drawing({
          main: element('cluster', {
            clusterName: 'main',
            defaultCapacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
          }),
          task: fargateTask({ requiresCompatibilities: undefined, networkMode: 'host' }),
          web: service({ cluster: '@{main}', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/networkMode',
      },
      'also run on EC2, where the service would need subnets first': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: ['EC2', 'FARGATE'], networkMode: 'bridge' }),
          web: service({ launchType: 'EC2' }),
        }),
        element: 'task',
        at: '/networkMode',
      },
      'with links, which awsvpc does not have either': {
        design: drawing({
          task: fargateTask({
            networkMode: 'bridge',
            containerDefinitions: [container({ links: ['db'] }), container({ name: 'db' })],
          }),
        }),
        element: 'task',
        at: '/networkMode',
      },
    },
  }),
})
