/** Small drawings for the examples of rules: as little as shows the point, and nothing that breaks another rule. */
import { type Design, type Element, emptyDesign, type Spec, type StoredConnection } from '../design/design'

/** A design of these elements, with the connections that no spec can hold. */
export function drawing(
  elements: Readonly<Record<string, Element>>,
  connections: Readonly<Record<string, StoredConnection>> = {},
): Design {
  return {
    ...emptyDesign('Example'),
    region: 'eu-west-1',
    account: '123456789012',
    elements: { ...elements },
    connections: { ...connections },
  }
}

/** An element of a kind. A member given as undefined is left out, so that a builder's default can be taken away. */
export function element(kind: string, spec: Spec = {}, rest: Partial<Element> = {}): Element {
  const given = Object.entries(spec).filter(([, value]) => value !== undefined)
  return { kind, spec: Object.fromEntries(given), ...rest }
}

/** A connection that the design stores. */
export function link(from: string, meaning: string, to: string): StoredConnection {
  return { from, to, meaning }
}

/** A container definition. */
export function container(members: Spec = {}): Spec {
  return { name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', ...members }
}

/** A task definition that Fargate takes as it stands. */
export function fargateTask(spec: Spec = {}): Element {
  return element('task-definition', {
    family: 'web',
    requiresCompatibilities: ['FARGATE'],
    networkMode: 'awsvpc',
    cpu: '256',
    memory: '512',
    containerDefinitions: [container()],
    ...spec,
  })
}

/** A task definition for container instances, in their default network mode. */
export function ec2Task(spec: Spec = {}): Element {
  return element('task-definition', {
    family: 'web',
    requiresCompatibilities: ['EC2'],
    containerDefinitions: [container({ memory: 512 })],
    ...spec,
  })
}

/** A service of two tasks of the element `task`. */
export function service(spec: Spec = {}): Element {
  return element('service', { serviceName: 'web', taskDefinition: '@{task}', desiredCount: 2, ...spec })
}

/** The network configuration that a task with an interface of its own needs. */
export const inSubnets = {
  awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'] },
}
