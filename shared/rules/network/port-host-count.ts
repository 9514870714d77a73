import { MAX_RESERVED_PORTS, reservedHostPorts } from '../../aws/facts/ports'
import { taskDefinition } from '../../elements/task-definition'
import { portMappingsOf, protocolOf, staticHostPort } from '../ports'
import { defineRule } from '../rule'
import { ec2Ports } from './examples'
import { networkModesOf } from './modes'

/** What is left for tasks. */
const FREE = MAX_RESERVED_PORTS - reservedHostPorts.length

export const portHostCount = defineRule({
  id: 'port-host-count',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings/*/hostPort'],
  title: 'A container instance has 100 ports to give away',
  message:
    'This task fixes {count} host ports, and an instance has only {free} for all its tasks; use dynamic ports.',
  why: 'ECS reserves at most 100 fixed ports on an instance at a time, and the instance itself holds six of them. A task that asks for more than the rest fits nowhere. Dynamic ports are not counted.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const mappings = portMappingsOf(spec)
    if (mappings.length <= FREE || !networkModesOf(graph, id).has('bridge')) return
    const fixed = mappings.filter(({ mapping }) => protocolOf(mapping) === 'tcp')
    const ports = new Set(fixed.flatMap(({ mapping }) => staticHostPort(mapping) ?? []))
    if (ports.size > FREE) report({ at: '/containerDefinitions', values: { count: ports.size, free: FREE } })
  },
  examples: () => ({
    valid: {
      'as many as there are': ec2Ports(fixedPorts(FREE)),
      'any number of dynamic ones': ec2Ports(fixedPorts(FREE + 1).map((one) => ({ ...one, hostPort: 0 }))),
    },
    invalid: {
      'one too many': {
        design: ec2Ports(fixedPorts(FREE + 1)),
        element: 'task',
        at: '/containerDefinitions',
      },
    },
  }),
})

function fixedPorts(count: number) {
  return Array.from({ length: count }, (_, i) => ({ containerPort: 8000 + i, hostPort: 8000 + i }))
}
