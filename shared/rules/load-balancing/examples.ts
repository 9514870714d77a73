/** Drawings for the examples of rules about load balancing. */
import type { Design, Element, Spec } from '../../design/design'
import {
  behindBalancer,
  container,
  drawing,
  ec2Task,
  element,
  fargateTask,
  inSubnets,
  onEc2,
  registered,
  service,
} from '../examples'

/** Where the first entry of a service's `loadBalancers` names its target group. */
export const GROUP = '/loadBalancers/0/targetGroupArn'

/** An ARN of a target group that is not drawn. */
export const ELSEWHERE =
  'arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/other/0123456789abcdef'

/** The same drawing, with other members in the specs of its elements; undefined takes one away. */
export function differing(design: Design, specs: Readonly<Record<string, Spec>>): Design {
  const changed = Object.entries(specs).map(([id, spec]) => {
    const { kind, spec: before, ...rest } = design.elements[id] as Element
    return [id, element(kind, { ...before, ...spec }, rest)] as const
  })
  return { ...design, elements: { ...design.elements, ...Object.fromEntries(changed) } }
}

/** The same drawing with further elements, or with others in the place of its own. */
export function withElements(design: Design, elements: Readonly<Record<string, Element>>): Design {
  return { ...design, elements: { ...design.elements, ...elements } }
}

/** A listener that forwards to `targets`. */
export function listener(Protocol: string, Port: number, rest: Spec = {}): Spec {
  return { Protocol, Port, DefaultActions: [forwardTo('targets')], ...rest }
}

export function forwardTo(id: string): Spec {
  return { Type: 'forward', TargetGroupArn: `@{${id}}` }
}

/** A service `web` in bridge mode, its first port dynamic, behind `targets` and the Application Load Balancer `balancer`. */
export function bridgeBehindBalancer(mapping: Spec = { containerPort: 80, hostPort: 0 }): Design {
  const behind = behindBalancer()
  const tasks = onEc2({ loadBalancers: [registered] }, { containerDefinitions: [mapped(mapping)] })
  return differing(withElements(behind, tasks.elements), { targets: { TargetType: 'instance' } })
}

/** A service `web` on Fargate behind `targets` and the Network Load Balancer `balancer`, by one protocol throughout. */
export function behindNetworkBalancer(Protocol = 'TCP', Port = 6379): Design {
  const protocol = Protocol.includes('UDP') ? 'udp' : 'tcp'
  return drawing({
    task: fargateTask({ containerDefinitions: [mapped({ containerPort: Port, protocol })] }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: inSubnets,
      loadBalancers: [{ ...registered, containerPort: Port }],
    }),
    targets: element('target-group', { Name: 'web', TargetType: 'ip', Protocol, Port, VpcId: VPC }),
    balancer: element('network-load-balancer', {
      Name: 'web',
      Subnets: inSubnets.awsvpcConfiguration.subnets,
      Listeners: [listener(Protocol, Port)],
    }),
  })
}

/** A service `web` in bridge mode with a fixed host port behind the Classic Load Balancer `front`. */
export function behindClassic(web: Spec = {}, task: Spec = {}): Design {
  return drawing({
    front: element('classic-load-balancer', {
      LoadBalancerName: 'web',
      Listeners: [{ Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 8080 }],
    }),
    task: ec2Task({ containerDefinitions: [mapped({ containerPort: 80, hostPort: 8080 })], ...task }),
    web: service({ launchType: 'EC2', loadBalancers: [classicEntry], ...web }),
  })
}

export const classicEntry: Spec = { loadBalancerName: '@{front}', containerName: 'web', containerPort: 80 }

/** Where that entry names its load balancer. */
export const CLASSIC = '/loadBalancers/0/loadBalancerName'

/** A container of an EC2 task with a port mapping. */
export function mapped(mapping: Spec, rest: Spec = {}): Spec {
  return container({ memory: 512, portMappings: [mapping], ...rest })
}

export const VPC = 'vpc-0a1b2c3d4e5f60001'

/** A VPC `network` with a subnet in each of three zones. */
export const network = {
  network: element('vpc', { CidrBlock: '10.0.0.0/16' }),
  'subnet-a': element('subnet', { VpcId: '@{network}', AvailabilityZone: 'eu-west-1a' }),
  'subnet-b': element('subnet', { VpcId: '@{network}', AvailabilityZone: 'eu-west-1b' }),
  'subnet-c': element('subnet', { VpcId: '@{network}', AvailabilityZone: 'eu-west-1c' }),
} as const
