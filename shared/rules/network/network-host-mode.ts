import { taskDefinition } from '../../elements/task-definition'
import { hasTrait } from '../../elements/traits'
import { drawing, ec2Task, fargateTask } from '../examples'
import { defineRule } from '../rule'
import { awsvpcFix, canBecomeAwsvpc } from './awsvpc'
import { ec2Ports } from './examples'
import { networkModesOf } from './modes'

const host = { networkMode: 'host' }

export const networkHostMode = defineRule({
  id: 'network-host-mode',
  severity: 'warning',
  on: [taskDefinition],
  needs: ['/networkMode'],
  title: 'Host mode gives away the isolation of tasks',
  message:
    'In host mode the containers use the network of their instance, with all that listens there; prefer awsvpc.',
  why: 'A container in host mode reaches every service of the instance that listens on loopback, among them the credentials of the instance, and two tasks with the same port can’t share an instance. Security Hub counts it as a finding. Agents that watch the host do need it: say so by the trait “Needs control of the host”.',
  sources: [
    { ref: 'SH:ECS.17', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html',
      checked: '2026-11-26',
    },
    { ref: 'DG-2023:networking-networkmode-host', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    if (spec.networkMode !== 'host' || !networkModesOf(graph, id).has('host')) return
    if (hasTrait(element, 'host-control')) return
    report({ at: '/networkMode', ...(canBecomeAwsvpc(graph, id, spec) && { fix: awsvpcFix(id) }) })
  },
  examples: () => ({
    valid: {
      awsvpc: drawing({ task: fargateTask() }),
      bridge: drawing({ task: ec2Task({ networkMode: 'bridge' }) }),
      'an agent that needs the host': drawing({ task: { ...ec2Task(host), traits: ['host-control'] } }),
      'on Fargate, where network-fargate-awsvpc reports it': drawing({ task: fargateTask(host) }),
    },
    invalid: {
      'on EC2': {
        design: ec2Ports([{ containerPort: 80, hostPort: 80 }], host),
        element: 'task',
        at: '/networkMode',
      },
      'on external instances, which have no awsvpc': {
        design: drawing({ task: ec2Task({ ...host, requiresCompatibilities: ['EXTERNAL'] }) }),
        element: 'task',
        at: '/networkMode',
      },
    },
  }),
})
