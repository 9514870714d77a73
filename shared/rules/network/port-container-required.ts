import { isObject, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import type { Graph } from '../../graph/graph'
import { say } from '../../texts/text'
import { container, drawing, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { type PlacedMapping, portMappingsOf, staticHostPort } from '../ports'
import { containerName, isWritten } from '../reading'
import { defineRule, type Fix } from '../rule'
import { ec2Ports, FIRST, fargatePorts, SECOND } from './examples'
import { networkModesOf } from './modes'

export const portContainerRequired = defineRule({
  id: 'port-container-required',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/portMappings'],
  title: 'A port mapping names a container port',
  message: 'This port mapping of container “{container}” names no port; set its container port.',
  why: 'A mapping says which port of the container is reached from outside. Without containerPort or containerPortRange there is nothing to publish, and ECS refuses the definition.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, graph, report }) {
    for (const placed of portMappingsOf(spec)) {
      const { at, mapping } = placed
      if (mapping.containerPort !== undefined || mapping.containerPortRange) continue
      // The view leaves out what is of a wrong type or a placeholder, but it is there.
      const isMapping = isObject(valueAt(element.spec, at))
      const hasPort = ['containerPort', 'containerPortRange'].some((one) =>
        isWritten(element, `${at}/${one}`),
      )
      if (!isMapping || hasPort) continue
      report({
        at: `${at}/containerPort`,
        values: { container: containerName(placed.container.name, placed.index) },
        ...likeHostPort(graph, id, placed),
      })
    }
  },
  examples: () => ({
    valid: {
      'a port': fargatePorts({ containerPort: 80 }),
      'a range': fargatePorts({ containerPortRange: '8000-8010' }),
      'a placeholder': fargatePorts({ containerPort: '{{port}}' }),
      'no mapping at all': drawing({
        task: fargateTask({ containerDefinitions: [container({ portMappings: [] })] }),
      }),
    },
    invalid: {
      'an empty mapping': {
        design: fargatePorts({ containerPort: 80 }, {}),
        element: 'task',
        at: `${SECOND}/containerPort`,
      },
      'only a host port, which in awsvpc mode is the same': {
        design: fargatePorts({ hostPort: 8080 }),
        element: 'task',
        at: `${FIRST}/containerPort`,
      },
      'only a host port, which in bridge mode may be another one': {
        design: ec2Ports([{ hostPort: 8080 }]),
        element: 'task',
        at: `${FIRST}/containerPort`,
      },
    },
  }),
})

/** Where host port and container port are always equal, the one tells the other. */
function likeHostPort(graph: Graph, id: string, { at, mapping }: PlacedMapping): { fix?: Fix } {
  const port = staticHostPort(mapping)
  const equal = [...networkModesOf(graph, id)].every((mode) => mode === 'awsvpc' || mode === 'host')
  if (port === undefined || !equal || networkModesOf(graph, id).size === 0) return {}
  return { fix: setMembers(say`Set the container port to ${port}`, id, { [`${at}/containerPort`]: port }) }
}
