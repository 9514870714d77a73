import { ROUTER_PORT } from '../../aws/facts/log-options'
import { isObject } from '../../basics/json'
import { securityGroup } from '../../elements/security-group'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { letsPort } from '../../graph/security-groups'
import { say } from '../../texts/text'
import { container, drawing, element, fargateTask, inSubnets, service } from '../examples'
import { dropItems } from '../fixes'
import { definitionOf, givesOwnInterface } from '../reading'
import { defineRule } from '../rule'
import { routersOf } from './routers'

const router = container({ name: 'log_router', firelensConfiguration: { type: 'fluentbit' } })

export const logFirelensPort = defineRule({
  id: 'log-firelens-port',
  severity: 'warning',
  on: [securityGroup],
  needs: ['/SecurityGroupIngress'],
  title: 'The port of a log router is closed to the outside',
  message:
    'This inbound rule opens port {port}, on which the log router of “{runner}” listens without asking who is there; close it.',
  why: 'A log router takes lines from the containers of its own task over port 24224. Nothing outside the task has business there, and whoever reaches the port can write into the logs.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, spec, graph, report }) {
    for (const [index, rule] of (spec.SecurityGroupIngress ?? []).entries()) {
      const open = (['tcp', 'udp'] as const).some(
        (protocol) => letsPort(rule, ROUTER_PORT, protocol) === true,
      )
      const runner = open ? routerBehind(graph, id) : undefined
      if (runner === undefined) continue
      report({
        at: `/SecurityGroupIngress/${index}`,
        values: { port: ROUTER_PORT, runner: nameOf(graph, runner) },
        ...(isRouterPort(rule) && {
          fix: dropItems(
            say`Remove the inbound rule for port ${ROUTER_PORT}`,
            id,
            '/SecurityGroupIngress',
            isRouterPort,
          ),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'the port of the application': guarded({ IpProtocol: 'tcp', FromPort: 80, ToPort: 80 }),
      'the next port': guarded({ IpProtocol: 'tcp', FromPort: 24225, ToPort: 24300 }),
      'a task without a log router': guarded({ IpProtocol: 'tcp', FromPort: 24224, ToPort: 24224 }, []),
    },
    invalid: {
      'the port itself': {
        design: guarded({ IpProtocol: 'udp', FromPort: 24224, ToPort: 24224, CidrIp: '10.0.0.0/16' }),
        element: 'group',
        at: '/SecurityGroupIngress/0',
      },
      'all ports': {
        design: guarded({ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }),
        element: 'group',
        at: '/SecurityGroupIngress/0',
      },
    },
  }),
})

/** A service or task that the group guards and whose task has a log router. */
function routerBehind(graph: Graph, group: string): string | undefined {
  return incoming(graph, group, 'guarded-by')
    .map(({ from }) => from)
    .find((from) => {
      const definition = definitionOf(graph, from)
      const routers = definition ? routersOf(definition.spec) : []
      return routers.length > 0 && givesOwnInterface(graph, from) === true
    })
}

/** A rule for that one port; a wider one may be meant for others, too. */
function isRouterPort(rule: unknown): boolean {
  return isObject(rule) && rule.FromPort === ROUTER_PORT && rule.ToPort === ROUTER_PORT
}

function guarded(rule: Readonly<Record<string, unknown>>, routers: readonly object[] = [router]) {
  const application = container(routers.length > 0 ? { logConfiguration: { logDriver: 'awsfirelens' } } : {})
  return drawing({
    group: element('security-group', { GroupName: 'web', Description: 'web', SecurityGroupIngress: [rule] }),
    task: fargateTask({ containerDefinitions: [application, ...routers] }),
    web: service({
      launchType: 'FARGATE',
      networkConfiguration: {
        awsvpcConfiguration: { ...inSubnets.awsvpcConfiguration, securityGroups: ['@{group}'] },
      },
    }),
  })
}
