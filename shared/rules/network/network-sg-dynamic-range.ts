import { dynamicPortRanges } from '../../aws/facts/ports'
import type { Design } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { instancesIn } from '../../graph/capacity'
import { type Graph, nameOf } from '../../graph/graph'
import { runOf } from '../../graph/runs'
import { admits, securityGroupsOf } from '../../graph/security-groups'
import { frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, element, service } from '../examples'
import { admit } from '../fixes-security-groups'
import type { PortRange } from '../ports'
import { staticHostPort } from '../ports'
import { definitionOf, networkModeOf } from '../reading'
import { defineRule } from '../rule'

/** From the lowest to the highest port of all ranges: what a rule that fits every instance admits. */
const whole: PortRange = {
  first: Math.min(...dynamicPortRanges.map(({ first }) => first)),
  last: Math.max(...dynamicPortRanges.map(({ last }) => last)),
}

export const networkSgDynamicRange = defineRule({
  id: 'network-sg-dynamic-range',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  title: 'Instances let the load balancer reach dynamic ports',
  message:
    'Docker picks the host port from the ephemeral range; let “{balancer}” in on ports {first} to {last} of “{group}”.',
  why: 'With a dynamic host port nobody knows beforehand on which port of the instance the load balancer finds the task. Its security group has to admit the whole ephemeral range, but only from the load balancer’s own group.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    const run = spec.loadBalancers?.length ? runOf(graph, id) : undefined
    const definition = run?.launch === 'EC2' ? definitionOf(graph, id) : undefined
    if (!run?.cluster || !definition || networkModeOf(definition.spec, 'EC2') !== 'bridge') return
    for (const { mapping, pointer, loadBalancers } of frontsOf(graph, id)) {
      if (!mapping || staticHostPort(mapping) !== undefined) continue
      const found = shutOut(graph, run.cluster, loadBalancers)
      if (!found) continue
      const { balancer, sender, group } = found
      report({
        at: pointer,
        values: { balancer: nameOf(graph, balancer), group: nameOf(graph, group), ...whole },
        fix: {
          title: say`Admit the ephemeral ports from “${nameOf(graph, sender)}” in “${nameOf(graph, group)}”`,
          apply: (draft) => admit(draft, group, sender, whole),
        },
      })
    }
  },
  examples: () => ({
    valid: {
      'the whole range from the load balancer’s group': onInstances([
        tcp(32768, 65535, { SourceSecurityGroupId: '@{alb-sg}' }),
      ]),
      'the range of Docker alone': onInstances([tcp(49153, 65535, { SourceSecurityGroupId: '@{alb-sg}' })]),
      'all traffic from the load balancer’s group': onInstances([
        { IpProtocol: '-1', SourceSecurityGroupId: '@{alb-sg}' },
      ]),
      'rules that the drawing says nothing of': onInstances(undefined),
      'a fixed host port': onInstances([tcp(80, 80, { SourceSecurityGroupId: '@{alb-sg}' })], 80),
    },
    invalid: {
      'only port 80': {
        design: onInstances([tcp(80, 80, { SourceSecurityGroupId: '@{alb-sg}' })]),
        element: 'web',
        at: '/loadBalancers/0',
      },
      'a part of the range': {
        design: onInstances([tcp(32768, 40000, { SourceSecurityGroupId: '@{alb-sg}' })]),
        element: 'web',
        at: '/loadBalancers/0',
      },
    },
  }),
})

interface ShutOut {
  readonly balancer: string
  /** A security group of the load balancer. */
  readonly sender: string
  /** A security group of the instances. */
  readonly group: string
}

/** A load balancer that surely can't reach one of the ranges on some instances. */
function shutOut(graph: Graph, cluster: string, balancers: readonly string[]): ShutOut | undefined {
  for (const balancer of balancers) {
    const from = securityGroupsOf(graph, balancer)
    for (const { id } of instancesIn(graph, cluster)) {
      const groups = securityGroupsOf(graph, id)
      const [sender] = from ?? []
      const [group] = groups ?? []
      if (!from || !groups || sender === undefined || group === undefined) continue
      // Both ends of a range are asked for: a hole in the middle is nothing that people write.
      const none = dynamicPortRanges.every(({ first, last }) =>
        [first, last].some((port) => admits(graph, groups, { port, from }) === false),
      )
      if (none) return { balancer, sender, group }
    }
  }
  return undefined
}

function tcp(first: number, last: number, from: Readonly<Record<string, unknown>>) {
  return { IpProtocol: 'tcp', FromPort: first, ToPort: last, ...from }
}

/** A service in bridge mode on instances with these inbound rules, behind a load balancer. */
function onInstances(SecurityGroupIngress: readonly object[] | undefined, hostPort = 0): Design {
  return drawing({
    main: element('cluster', { clusterName: 'main' }),
    'alb-sg': element('security-group', { GroupName: 'alb', Description: 'alb' }),
    'instance-sg': element('security-group', {
      GroupName: 'instances',
      Description: 'instances',
      SecurityGroupIngress,
    }),
    instances: element('container-instance', {
      cluster: '@{main}',
      agentConnected: true,
      InstanceType: 'm7i.large',
      IamInstanceProfile: { Name: 'ecsInstanceRole' },
      SecurityGroupIds: ['@{instance-sg}'],
    }),
    alb: element('application-load-balancer', {
      Name: 'alb',
      SecurityGroups: ['@{alb-sg}'],
      Subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
      Listeners: [
        { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }] },
      ],
    }),
    targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'instance' }),
    task: ec2Task({
      containerDefinitions: [container({ memory: 512, portMappings: [{ containerPort: 80, hostPort }] })],
    }),
    web: service({
      cluster: '@{main}',
      launchType: 'EC2',
      loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web', containerPort: 80 }],
    }),
  })
}
