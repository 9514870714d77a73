import { service as serviceKind } from '../../elements/service'
import { resolved } from '../../graph/graph'
import { container, drawing, ec2Task, element, fargateTask, inSubnets, link, service } from '../examples'
import { givesOwnInterface } from '../reading'
import { defineRule } from '../rule'
import { replaceClassic } from './replace-classic'

const withPort = container({ portMappings: [{ containerPort: 80 }] })

export const lbClassicAwsvpc = defineRule({
  id: 'lb-classic-awsvpc',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind],
  needs: ['/loadBalancers/*/loadBalancerName'],
  title: 'A Classic Load Balancer can’t serve tasks in awsvpc mode',
  message:
    'Classic Load Balancer “{name}” can’t serve Fargate or awsvpc tasks; use an Application or Network Load Balancer.',
  why: 'A Classic Load Balancer sends to EC2 instances. A task with a network interface of its own is no port of an instance, and only target groups of type ip, behind an Application or Network Load Balancer, take its address. CreateService refuses the pair.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
    { ref: 'CDK:CannotClassicLoad', checked: '2026-11-21' },
  ],
  check({ id, spec, graph, report }) {
    if (givesOwnInterface(graph, id) !== true) return
    spec.loadBalancers?.forEach(({ loadBalancerName, containerPort }, index) => {
      if (!loadBalancerName) return
      report({
        at: `/loadBalancers/${index}/loadBalancerName`,
        values: { name: resolved(graph, loadBalancerName) },
        fix: replaceClassic(graph, { service: id, index, loadBalancerName, port: containerPort }),
      })
    })
  },
  examples: () => ({
    valid: {
      'an Application Load Balancer': drawing({
        task: fargateTask({ containerDefinitions: [withPort] }),
        targets: element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, TargetType: 'ip' }),
        front: element('application-load-balancer', {
          Name: 'web',
          Listeners: [
            {
              Protocol: 'HTTP',
              Port: 80,
              DefaultActions: [{ Type: 'forward', TargetGroupArn: '@{targets}' }],
            },
          ],
        }),
        web: service({
          launchType: 'FARGATE',
          networkConfiguration: inSubnets,
          loadBalancers: [{ targetGroupArn: '@{targets}', containerName: 'web', containerPort: 80 }],
        }),
      }),
      'a Classic Load Balancer in front of bridge tasks': drawing({
        front: classic([
          { Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 8080 },
        ]),
        task: ec2Task({
          containerDefinitions: [
            { ...withPort, memory: 512, portMappings: [{ containerPort: 80, hostPort: 8080 }] },
          ],
        }),
        web: service({ launchType: 'EC2', loadBalancers: [entry('@{front}')] }),
      }),
    },
    invalid: {
      'in front of Fargate tasks': {
        design: drawing(
          {
            visitors: element('users', {}, { label: 'Visitors' }),
            front: classic([
              { Protocol: 'HTTP', LoadBalancerPort: 80, InstanceProtocol: 'HTTP', InstancePort: 80 },
            ]),
            task: fargateTask({ containerDefinitions: [withPort] }),
            web: service({
              launchType: 'FARGATE',
              networkConfiguration: inSubnets,
              loadBalancers: [entry('@{front}')],
            }),
          },
          { visit: link('visitors', 'traffic', 'front') },
        ),
        element: 'web',
        at: '/loadBalancers/0/loadBalancerName',
      },
      'with TCP listeners, which a Network Load Balancer takes over': {
        design: drawing({
          front: classic([{ Protocol: 'TCP', LoadBalancerPort: 6379, InstancePort: 6379 }]),
          task: ec2Task({ networkMode: 'awsvpc', containerDefinitions: [{ ...withPort, memory: 512 }] }),
          web: service({
            launchType: 'EC2',
            networkConfiguration: inSubnets,
            loadBalancers: [entry('@{front}')],
          }),
        }),
        element: 'web',
        at: '/loadBalancers/0/loadBalancerName',
      },
      'by name, without being drawn': {
        design: drawing({
          task: fargateTask({ containerDefinitions: [withPort] }),
          web: service({
            launchType: 'FARGATE',
            networkConfiguration: inSubnets,
            loadBalancers: [entry('old-front')],
          }),
        }),
        element: 'web',
        at: '/loadBalancers/0/loadBalancerName',
      },
    },
  }),
})

function classic(Listeners: readonly unknown[]) {
  return element('classic-load-balancer', { LoadBalancerName: 'web', Listeners })
}

function entry(loadBalancerName: string) {
  return { loadBalancerName, containerName: 'web', containerPort: 80 }
}
