import type { Design } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf } from '../../graph/graph'
import { admits, securityGroupsOf } from '../../graph/security-groups'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask, service } from '../examples'
import { admit } from '../fixes-security-groups'
import { givesOwnInterface } from '../reading'
import { defineRule, type Fix } from '../rule'

export const networkSgLbToTask = defineRule({
  id: 'network-sg-lb-to-task',
  severity: 'warning',
  on: [serviceKind],
  needs: ['/loadBalancers'],
  yieldsTo: ['lb-port-two-protocols', 'lb-port-unknown', 'lb-udp-on-alb'],
  title: 'Security groups let the load balancer reach its tasks',
  message:
    'Security group “{group}” does not let load balancer “{balancer}” in on {protocol} port {port}; add an inbound rule.',
  why: 'The load balancer sends requests and health checks to the task’s own interface, where its security groups decide. Traffic that no rule lets in is dropped: every health check fails, and ECS replaces the tasks again and again.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html',
      checked: '2026-11-21',
    },
    { ref: 'ACR:fargate-service-deployment', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (!spec.loadBalancers?.length || givesOwnInterface(graph, id) !== true) return
    const groups = securityGroupsOf(graph, id)
    const [group] = groups ?? []
    if (!groups || group === undefined) return
    for (const front of frontsOf(graph, id)) {
      const port = front.containerPort
      const protocol = protocolBehind(graph, front)
      if (port === undefined || protocol === undefined) continue
      const kept = front.loadBalancers
        .map((balancer) => ({ balancer, from: securityGroupsOf(graph, balancer) ?? [] }))
        .find(({ from }) => from.length > 0 && admits(graph, groups, { port, protocol, from }) === false)
      const sender = kept?.from[0]
      if (!kept || sender === undefined) continue
      report({
        at: `${front.pointer}/containerPort`,
        values: { group: nameOf(graph, group), balancer: nameOf(graph, kept.balancer), protocol, port },
        fix: admitPort(graph, group, sender, port, protocol),
      })
    }
  },
  examples: () => ({
    valid: {
      'the port from the load balancer’s group': behind([tcp(8080, { SourceSecurityGroupId: '@{alb-sg}' })]),
      'all traffic from everywhere': behind([{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }]),
      'a range, in which the load balancer may be': behind([tcp(8080, { CidrIp: '10.0.0.0/16' })]),
      'rules that the drawing says nothing of': behind(undefined),
      'a load balancer in the VPC’s default group': behind([tcp(80, { CidrIp: '10.0.0.0/16' })], []),
    },
    invalid: {
      'no inbound rule': {
        design: behind([]),
        element: 'web',
        at: '/loadBalancers/0/containerPort',
      },
      'the listener’s port instead of the container’s': {
        design: behind([tcp(443, { SourceSecurityGroupId: '@{alb-sg}' })]),
        element: 'web',
        at: '/loadBalancers/0/containerPort',
      },
      'the port from another group': {
        design: behind([tcp(8080, { SourceSecurityGroupId: '@{task-sg}' })]),
        element: 'web',
        at: '/loadBalancers/0/containerPort',
      },
    },
  }),
})

/** What arrives at the tasks: udp from a UDP target group; undefined where it may be both or can't be told. */
function protocolBehind(graph: Graph, { targetGroup: id }: Front): 'tcp' | 'udp' | undefined {
  switch (specOf(graph, targetGroup, id)?.Protocol) {
    case 'HTTP':
    case 'HTTPS':
    case 'TCP':
    case 'TLS':
      return 'tcp'
    case 'UDP':
    case 'QUIC':
      return 'udp'
    default:
      return undefined
  }
}

function admitPort(graph: Graph, group: string, sender: string, port: number, protocol: 'tcp' | 'udp'): Fix {
  return {
    title: say`Admit ${protocol} port ${port} from “${nameOf(graph, sender)}” in “${nameOf(graph, group)}”`,
    apply: (draft) => admit(draft, group, sender, { first: port, last: port }, protocol),
  }
}

function tcp(port: number, from: Readonly<Record<string, unknown>>) {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, ...from }
}

/** A service behind a load balancer, each in a security group; that of the tasks has these inbound rules. */
function behind(
  SecurityGroupIngress: readonly object[] | undefined,
  SecurityGroups: readonly string[] = ['@{alb-sg}'],
): Design {
  return drawing({
    'alb-sg': element('security-group', { GroupName: 'alb', Description: 'alb' }),
    'task-sg': element('security-group', { GroupName: 'web', Description: 'web', SecurityGroupIngress }),
    alb: element('application-load-balancer', {
      Name: 'alb',
      SecurityGroups,
      Subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
      Listeners: [
        { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }] },
      ],
    }),
    targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 8080, TargetType: 'ip' }),
    task: fargateTask({ containerDefinitions: [container({ portMappings: [{ containerPort: 8080 }] })] }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'], securityGroups: ['@{task-sg}'] },
      },
      loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web', containerPort: 8080 }],
    }),
  })
}
