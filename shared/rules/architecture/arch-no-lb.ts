import { service as serviceKind } from '../../elements/service'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { container, drawing, element, fargateTask, inSubnets, link, onFargate, service } from '../examples'
import { portMappingsOf } from '../ports'
import { definitionOf } from '../reading'
import { getsTraffic } from '../rollout'
import { defineRule } from '../rule'
import { balancerFix, OUTSIDE } from './balancer-fix'

const web = { launchType: 'FARGATE', networkConfiguration: inSubnets }
const serving = fargateTask({ containerDefinitions: [container({ portMappings: [{ containerPort: 80 }] })] })
const users = element('users', {}, { label: 'Users' })
const fromUsers = { visit: link('users', 'traffic', 'web') }

export const archNoLb = defineRule({
  id: 'arch-no-lb',
  severity: 'advice',
  on: [serviceKind],
  title: 'Users reach a service through a load balancer',
  message:
    '“{caller}” would have to know the addresses of single tasks, which change with each of them; put an Application Load Balancer in front.',
  why: 'A new task has a new address. A load balancer has a name that stays, knows which tasks are healthy, and divides the requests among them. Between services Service Connect does the same.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-load-balancing.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    const caller = callerOf(graph, id)
    // On external instances there are no load balancers.
    if (caller === undefined || getsTraffic(spec) || spec.launchType === 'EXTERNAL') return
    const definition = definitionOf(graph, id)?.spec
    if (!definition || portMappingsOf(definition).length === 0) return
    report({ at: '', values: { caller: nameOf(graph, caller) }, ...balancerFix(graph, id) })
  },
  examples: () => ({
    valid: {
      'through a load balancer': drawing(
        {
          users,
          task: serving,
          targets: element('target-group', { Name: 'web', TargetType: 'ip', Protocol: 'HTTP', Port: 80 }),
          web: service({
            ...web,
            loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web', containerPort: 80 }],
          }),
        },
        fromUsers,
      ),
      'a service that nobody outside calls': onFargate(
        {},
        { containerDefinitions: [container({ portMappings: [{ containerPort: 80 }] })] },
      ),
      'no port, so that nothing can be called': drawing(
        { users, task: fargateTask(), web: service(web) },
        fromUsers,
      ),
    },
    invalid: {
      'users call the tasks': {
        design: drawing({ users, task: serving, web: service(web) }, fromUsers),
        element: 'web',
        at: '',
      },
      'users call the tasks, in a VPC with public subnets': {
        design: drawing(
          {
            users,
            vpc: element('vpc', { CidrBlock: '10.0.0.0/16' }),
            gateway: element('internet-gateway', { VpcId: '@{vpc}' }),
            'subnet-a': publicSubnet('eu-west-1a'),
            'subnet-b': publicSubnet('eu-west-1b'),
            task: serving,
            web: service({
              ...web,
              networkConfiguration: { awsvpcConfiguration: { subnets: ['@{subnet-a}', '@{subnet-b}'] } },
            }),
          },
          fromUsers,
        ),
        element: 'web',
        at: '',
      },
    },
  }),
})

function publicSubnet(AvailabilityZone: string) {
  return element('subnet', {
    VpcId: '@{vpc}',
    AvailabilityZone,
    Routes: [{ DestinationCidrBlock: '0.0.0.0/0', GatewayId: '@{gateway}' }],
  })
}

function callerOf(graph: Graph, service: string): string | undefined {
  return incoming(graph, service, 'traffic').find(({ from }) =>
    OUTSIDE.includes(graph.element(from)?.kind ?? ''),
  )?.from
}
