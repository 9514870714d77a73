/** Drawing and erasing the lines between a service and what its tasks are registered with. */

import { joinTexts } from '../../basics/convert'
import { isObject, valueAt } from '../../basics/json'
import type { Meaningful } from '../../design/design'
import { referencesIn } from '../../design/references'
import { say, term } from '../../texts/text'
import type { MutableSpec, Relation } from '../kind'
import { append, dropItem } from './editing'
import { above, ancestor, objectsAt, textAt } from './reading'

/** The container and port that most likely serve: the first port mapping of the service's task definition. */
function servingPort(design: Meaningful, spec: MutableSpec): MutableSpec {
  const definition = referencesIn(textAt(spec, '/taskDefinition') ?? '')[0]
  const containers = objectsAt(design.elements[definition?.id ?? '']?.spec, '/containerDefinitions')
  for (const [, container] of containers) {
    const containerPort = valueAt(container, '/portMappings/0/containerPort')
    if (containerPort !== undefined) return { containerName: container.name, containerPort }
  }
  const name = containers[0]?.[1].name
  return name === undefined ? {} : { containerName: name }
}

function registersAt(member: 'targetGroupArn' | 'loadBalancerName'): NonNullable<Relation['connect']> {
  return (spec, { reference, design, target }) => {
    const port = servingPort(design, spec)
    const fallback = port.containerPort ?? target.spec.Port
    return append(spec, 'loadBalancers', {
      [member]: reference,
      ...port,
      ...(typeof fallback === 'number' ? { containerPort: fallback } : {}),
    })
  }
}

/** `api:8080`: the container and port that get the traffic. */
function servedBy(spec: Readonly<Record<string, unknown>>, pointer: string): string | undefined {
  const entry = valueAt(spec, ancestor(pointer, 2))
  if (!isObject(entry)) return undefined
  return joinTexts([entry.containerName, entry.containerPort], ':') || undefined
}

export const registeredRelations: readonly Relation[] = [
  {
    path: '/loadBalancers/*/targetGroupArn',
    to: ['target-group'],
    meaning: 'registers',
    draw: 'line',
    flow: 'in',
    connect: registersAt('targetGroupArn'),
    disconnect: dropItem,
    label: servedBy,
  },
  {
    path: '/loadBalancers/*/loadBalancerName',
    to: ['classic-load-balancer'],
    meaning: 'registers',
    draw: 'line',
    flow: 'in',
    connect: registersAt('loadBalancerName'),
    disconnect: dropItem,
    label: servedBy,
  },
  {
    path: '/loadBalancers/*/advancedConfiguration/alternateTargetGroupArn',
    to: ['target-group'],
    meaning: 'registers',
    draw: 'line',
    flow: 'in',
    drawable: false,
    label: (spec, pointer) => {
      const served = servedBy(spec, above(pointer))
      return served === undefined ? term('alternate') : say`${served} alternate`
    },
  },
]
