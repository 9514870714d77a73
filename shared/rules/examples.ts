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

/** The same drawing, with more said of one element than its spec: traits, or what exists of it in AWS. */
export function marked(design: Design, id: string, rest: Partial<Element>): Design {
  const found = design.elements[id] as Element
  return { ...design, elements: { ...design.elements, [id]: { ...found, ...rest } } }
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

/** A service `web` on Fargate with its task definition `task`. */
export function onFargate(web: Spec = {}, task: Spec = {}): Design {
  return drawing({
    task: fargateTask(task),
    web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets, ...web }),
  })
}

/** A service `web` on container instances, which are not drawn, with its task definition `task`. */
export function onEc2(web: Spec = {}, task: Spec = {}): Design {
  return drawing({ task: ec2Task(task), web: service({ launchType: 'EC2', ...web }) })
}

/** The entry of a service's `loadBalancers` that goes with `behindBalancer`. */
export const registered: Spec = { targetGroupArn: '@{targets}', containerName: 'web', containerPort: 80 }

/** A service `web` on Fargate whose tasks register with `targets`, which an Application Load Balancer forwards to. */
export function behindBalancer(web: Spec = {}): Design {
  const tasks = onFargate(
    { loadBalancers: [registered], ...web },
    { containerDefinitions: [container({ portMappings: [{ containerPort: 80 }] })] },
  )
  const action = { Type: 'forward', TargetGroupArn: '@{targets}' }
  return drawing({
    ...tasks.elements,
    targets: element('target-group', {
      Name: 'web',
      TargetType: 'ip',
      Protocol: 'HTTP',
      Port: 80,
      VpcId: 'vpc-0a1b2c3d4e5f60001',
    }),
    balancer: element('application-load-balancer', {
      Name: 'web',
      Listeners: [{ Protocol: 'HTTP', Port: 80, DefaultActions: [action] }],
    }),
  })
}
