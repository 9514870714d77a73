import { taskDefinition } from '../../elements/task-definition'
import { containersOf } from '../container/containers'
import { removeMember } from '../fixes'
import { isAbsent } from '../reading'
import { defineRule } from '../rule'
import { ec2Ports } from './examples'
import { networkModesOf } from './modes'

const none = { networkMode: 'none' }

export const networkNonePorts = defineRule({
  id: 'network-none-ports',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings'],
  title: 'Without a network there are no port mappings',
  message: 'With network mode none no port can be reached; remove the port mappings, or choose another mode.',
  why: 'In this mode containers have nothing but a loopback interface, so there is nothing that a port could be mapped to. RegisterTaskDefinition refuses the definition.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    if (spec.networkMode !== 'none' || !networkModesOf(graph, id).has('none')) return
    for (const { at: holder, container } of containersOf(spec)) {
      if (isAbsent(container.portMappings)) continue
      const at = `${holder}/portMappings`
      report({ at, fix: removeMember('Remove the port mappings', id, at) })
    }
  },
  examples: () => ({
    valid: {
      'no ports': ec2Ports([], none),
      'ports in bridge mode': ec2Ports([{ containerPort: 80 }]),
      'on Fargate, where network-fargate-awsvpc reports the mode': ec2Ports([{ containerPort: 80 }], {
        ...none,
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
      }),
    },
    invalid: {
      'a port': {
        design: ec2Ports([{ containerPort: 80 }], none),
        element: 'task',
        at: '/containerDefinitions/0/portMappings',
      },
    },
  }),
})
