import { securityGroup } from '../../elements/security-group'
import { nameOf } from '../../graph/graph'
import { letsPort } from '../../graph/security-groups'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, inSubnets, service } from '../examples'
import { dropItems } from '../fixes'
import { defineRule } from '../rule'
import { group, open } from './examples'
import { instancesBehind } from './guarded'
import { isOpen, isOpenItem } from './inbound'

/** Ports to log in at, and the protocol that is spoken there. */
const LOGINS = [
  { port: 22, protocol: 'SSH' },
  { port: 3389, protocol: 'RDP' },
] as const

export const secOpenSsh = defineRule({
  id: 'sec-open-ssh',
  severity: 'warning',
  on: [securityGroup],
  needs: ['/SecurityGroupIngress'],
  yieldsTo: ['sec-open-security-group'],
  title: 'Container instances are not open for SSH from everywhere',
  message:
    'Everybody on the internet may try to log in to “{instances}” by {protocol} (port {port}); use Session Manager or ECS Exec instead.',
  why: 'An open login port is tried by strangers all day. Session Manager gives a shell on the instance and ECS Exec one in a container, both by IAM and without any open port.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const [index, rule] of (spec.SecurityGroupIngress ?? []).entries()) {
      if (!isOpen(rule)) continue
      const login = LOGINS.find(({ port }) => letsPort(rule, port, 'tcp') === true)
      const instances = login && instancesBehind(graph, id)[0]
      if (!login || instances === undefined) continue
      const only = rule.FromPort === login.port && rule.ToPort === login.port
      report({
        at: `/SecurityGroupIngress/${index}`,
        values: { instances: nameOf(graph, instances), ...login },
        // A wider rule may be meant for other ports, too.
        ...(only && { fix: closeFix(id, login.port) }),
      })
    }
  },
  examples: () => ({
    valid: {
      'open for the office only': guarded({
        IpProtocol: 'tcp',
        FromPort: 22,
        ToPort: 22,
        CidrIp: '192.0.2.0/24',
      }),
      'another port': guarded({ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '0.0.0.0/0' }),
      'a group that guards no instances': drawing({
        group: group([open(22)]),
        task: fargateTask(),
        web: service({
          launchType: 'FARGATE',
          networkConfiguration: {
            awsvpcConfiguration: { ...inSubnets.awsvpcConfiguration, securityGroups: ['@{group}'] },
          },
        }),
      }),
    },
    invalid: {
      SSH: {
        design: guarded({ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: '0.0.0.0/0' }),
        element: 'group',
        at: '/SecurityGroupIngress/0',
      },
      'RDP by IPv6': {
        design: guarded({ IpProtocol: 'tcp', FromPort: 3389, ToPort: 3389, CidrIpv6: '::/0' }),
        element: 'group',
        at: '/SecurityGroupIngress/0',
      },
      'all traffic': {
        design: guarded({ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }),
        element: 'group',
        at: '/SecurityGroupIngress/0',
      },
    },
  }),
})

function closeFix(group: string, port: number) {
  return dropItems(
    say`Close port ${port}`,
    group,
    '/SecurityGroupIngress',
    (item) => isOpenItem(item) && item.FromPort === port && item.ToPort === port,
  )
}

function guarded(rule: Readonly<Record<string, unknown>>) {
  return drawing({
    group: group([rule]),
    instances: element('container-instance', {
      InstanceType: 'm7g.large',
      agentConnected: true,
      SecurityGroupIds: ['@{group}'],
    }),
  })
}
