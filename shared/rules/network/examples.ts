/** Drawings for the examples of rules about ports. */
import type { Design, Spec } from '../../design/design'
import { container, drawing, ec2Task, fargateTask } from '../examples'

/** A Fargate task, and so awsvpc, whose one container has these port mappings. */
export function fargatePorts(...portMappings: readonly Spec[]): Design {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ portMappings })] }) })
}

/** A task on container instances, in bridge mode unless said otherwise, whose one container has these port mappings. */
export function ec2Ports(portMappings: readonly Spec[], spec: Spec = {}): Design {
  return drawing({
    task: ec2Task({ containerDefinitions: [container({ memory: 512, portMappings })], ...spec }),
  })
}

/** A task on container instances with a container for each list of port mappings: `web`, `proxy`, `admin`. */
export function ec2Containers(lists: readonly (readonly Spec[])[], spec: Spec = {}): Design {
  const containerDefinitions = lists.map((portMappings, index) =>
    container({ name: NAMES[index], memory: 512, portMappings }),
  )
  return drawing({ task: ec2Task({ containerDefinitions, ...spec }) })
}

const NAMES = ['web', 'proxy', 'admin'] as const

/** Where the first port mapping of the first container stands. */
export const FIRST = '/containerDefinitions/0/portMappings/0'
export const SECOND = '/containerDefinitions/0/portMappings/1'
export const IN_SECOND_CONTAINER = '/containerDefinitions/1/portMappings/0'
