import { describe, expect, it } from 'vitest'
import type { Element } from '../design/design'
import { container, drawing, element, fargateTask, service } from '../rules/examples'
import { graphOf } from './graph'
import { balancerKind, frontsOf, isInternetFacing, targetGroupServices, targetGroupUsers } from './traffic'

const forward = (TargetGroupArn: string) => ({ Type: 'forward', TargetGroupArn })

const shop: Readonly<Record<string, Element>> = {
  alb: element('application-load-balancer', {
    Listeners: [
      { Protocol: 'HTTP', Port: 80, DefaultActions: [{ Type: 'redirect' }] },
      {
        Protocol: 'HTTPS',
        Port: 443,
        DefaultActions: [forward('@{web-tg}')],
        Rules: [
          {
            Priority: 1,
            Actions: [
              { Type: 'forward', ForwardConfig: { TargetGroups: [{ TargetGroupArn: '@{api-tg}' }] } },
            ],
          },
        ],
      },
    ],
  }),
  'web-tg': element('target-group', { Protocol: 'HTTP' }),
  'api-tg': element('target-group', { Protocol: 'HTTP' }),
  'green-tg': element('target-group', { Protocol: 'HTTP' }),
  task: fargateTask({
    containerDefinitions: [
      container({ name: 'proxy' }),
      container({
        name: 'web',
        portMappings: [{ containerPort: 9000 }, { containerPort: 8080, name: 'http' }],
      }),
    ],
  }),
  web: service({
    loadBalancers: [
      {
        targetGroupArn: '@{web-tg}',
        containerName: 'web',
        containerPort: 8080,
        advancedConfiguration: { alternateTargetGroupArn: '@{green-tg}' },
      },
      { targetGroupArn: 'arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/x/1', containerName: 'nobody' },
    ],
  }),
}

const graph = graphOf(drawing(shop))

describe('what stands in front of a service', () => {
  const [first, second] = frontsOf(graph, 'web')

  it('is the way from the listener to the container', () => {
    expect(first).toEqual({
      index: 0,
      pointer: '/loadBalancers/0',
      targetGroup: 'web-tg',
      alternate: 'green-tg',
      classic: undefined,
      loadBalancers: ['alb'],
      kind: 'application',
      listeners: targetGroupUsers(graph, 'web-tg'),
      containerName: 'web',
      containerPort: 8080,
      container: 1,
      mapping: { containerPort: 8080, name: 'http' },
      mappingIndex: 1,
    })
  })

  it('may lead nowhere that is drawn', () => {
    expect(second).toMatchObject({
      targetGroup: undefined,
      kind: undefined,
      loadBalancers: [],
      container: undefined,
    })
  })

  it('is a Classic Load Balancer', () => {
    const classic = service({ loadBalancers: [{ loadBalancerName: '@{clb}', containerName: 'web' }] })
    const clb = element('classic-load-balancer')
    expect(frontsOf(graphOf(drawing({ ...shop, clb, web: classic })), 'web')).toMatchObject([
      { kind: 'classic', classic: 'clb', loadBalancers: ['clb'], targetGroup: undefined },
    ])
  })

  it('is nothing for a service without load balancing', () => {
    expect(frontsOf(graphOf(drawing({ web: service() })), 'web')).toEqual([])
  })
})

describe('a target group', () => {
  it('is used by listeners and by rules', () => {
    expect(targetGroupUsers(graph, 'web-tg')).toEqual([
      {
        loadBalancer: 'alb',
        pointer: '/Listeners/1/DefaultActions/0/TargetGroupArn',
        listener: 1,
        rule: undefined,
        protocol: 'HTTPS',
        port: 443,
      },
    ])
    expect(targetGroupUsers(graph, 'api-tg')).toMatchObject([{ listener: 1, rule: 0, port: 443 }])
    expect(targetGroupUsers(graph, 'green-tg')).toEqual([])
  })

  it('serves services, also as an alternate', () => {
    expect(targetGroupServices(graph, 'web-tg')).toEqual(['web'])
    expect(targetGroupServices(graph, 'green-tg')).toEqual(['web'])
    expect(targetGroupServices(graph, 'api-tg')).toEqual([])
  })

  it.each([
    ['HTTPS', 'application'],
    ['TCP_UDP', 'network'],
    ['GENEVE', 'gateway'],
    ['${Protocol}', undefined],
    [undefined, undefined],
  ])('without a load balancer is known by its protocol: %s is %s', (Protocol, kind) => {
    expect(balancerKind(graphOf(drawing({ tg: element('target-group', { Protocol }) })), 'tg')).toBe(kind)
  })
})

it.each([
  ['application-load-balancer', {}, true],
  ['network-load-balancer', { Scheme: 'internet-facing' }, true],
  ['classic-load-balancer', { Scheme: 'internal' }, false],
  ['application-load-balancer', { Scheme: '<scheme>' }, undefined],
  ['target-group', {}, undefined],
])('an %s with %j is reached from the internet: %s', (kind, spec, facing) => {
  expect(isInternetFacing(graphOf(drawing({ it: element(kind, spec) })), 'it')).toBe(facing)
})
