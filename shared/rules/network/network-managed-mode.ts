import { taskDefinition } from '../../elements/task-definition'
import { launchTypesOf } from '../../graph/runs'
import { container, drawing, element, fargateTask, inSubnets, service } from '../examples'
import { defineRule } from '../rule'
import { awsvpcFix, canBecomeAwsvpc } from './awsvpc'

const managed = { requiresCompatibilities: ['MANAGED_INSTANCES'] }

export const networkManagedMode = defineRule({
  id: 'network-managed-mode',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/networkMode'],
  title: 'Managed instances have the network modes awsvpc and host',
  message: 'Managed instances have no bridge network; use network mode awsvpc or host.',
  variants: {
    none: 'AWS’s own texts disagree whether managed instances take network mode none; awsvpc and host are safe.',
  },
  why: 'ECS runs the tasks of managed instances with an interface of their own, or on that of the instance. There is no Docker bridge on these machines. The API’s text lists none as well, but AWS’s own tools refuse it.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ManagedInstancesNetworkConfiguration.html',
      checked: '2026-11-26',
    },
    { ref: 'CDK:ManagedInstancesTasksOnly', checked: '2026-11-21' },
    { ref: 'DG:task_definition_parameters-managed-instances', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    const mode = spec.networkMode
    if ((mode !== 'bridge' && mode !== 'none') || !launchTypesOf(graph, id).has('MANAGED_INSTANCES')) return
    const fix = canBecomeAwsvpc(graph, id, spec) ? { fix: awsvpcFix(id) } : {}
    report({ at: '/networkMode', ...(mode === 'none' ? { severity: 'warning', variant: 'none' } : fix) })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: fargateTask(managed) }),
      host: drawing({ task: fargateTask({ ...managed, networkMode: 'host' }) }),
      'left out, which means awsvpc': drawing({ task: fargateTask({ ...managed, networkMode: undefined }) }),
      'bridge on instances of your own': drawing({
        task: fargateTask({ requiresCompatibilities: ['EC2'], networkMode: 'bridge' }),
      }),
    },
    invalid: {
      bridge: {
        design: drawing({
          task: fargateTask({
            ...managed,
            networkMode: 'bridge',
            containerDefinitions: [container({ portMappings: [{ containerPort: 80, hostPort: 8080 }] })],
          }),
        }),
        element: 'task',
        at: '/networkMode',
      },
      'bridge, by a service that names subnets already': {
        design: drawing({
          provider: element('capacity-provider', { name: 'provider', managedInstancesProvider: {} }),
          task: fargateTask({ requiresCompatibilities: undefined, networkMode: 'bridge' }),
          web: service({
            capacityProviderStrategy: [{ capacityProvider: '@{provider}', weight: 1 }],
            networkConfiguration: inSubnets,
          }),
        }),
        element: 'task',
        at: '/networkMode',
      },
      none: {
        design: drawing({ task: fargateTask({ ...managed, networkMode: 'none' }) }),
        element: 'task',
        at: '/networkMode',
        severity: 'warning',
      },
    },
  }),
})
