import { describe, expect, it } from 'vitest'
import type { Design, Element } from '../design/design'
import { drawing, element, inSubnets, service } from '../rules/examples'
import { graphOf } from './graph'
import { endpointsIn, mountTargetsOf, routing, serviceOf, subnetsOf, vpcOf, zoneOf, zonesOf } from './network'

const subnet = (spec: Element['spec'] = {}, rest: Partial<Element> = {}) => element('subnet', spec, rest)
const inVpc = (...subnets: string[]) => ({ networkConfiguration: { awsvpcConfiguration: { subnets } } })

/** A VPC with a zone `a` that has a name, a zone `b` that has none, and a subnet in each. */
const twoZones = (rest: Readonly<Record<string, Element>> = {}): Design =>
  drawing({
    net: element('vpc', { CidrBlock: '10.0.0.0/16' }),
    'zone-a': element('availability-zone', { ZoneName: 'eu-west-1a' }, { inside: 'net' }),
    'zone-b': element('availability-zone', {}, { inside: 'net' }),
    a: subnet({ AvailabilityZone: '@{zone-a}' }),
    b: subnet({}, { inside: 'zone-b' }),
    ...rest,
  })

describe('the zone of a subnet', () => {
  const zone = (it: Element) => zoneOf(graphOf(twoZones({ it })), 'it')

  it('is the one that it names, by text or by reference', () => {
    expect(zone(subnet({ AvailabilityZone: 'eu-west-1c' }))).toBe('eu-west-1c')
    expect(zone(subnet({ AvailabilityZone: '@{zone-a}' }))).toBe('eu-west-1a')
    expect(zone(subnet({ AvailabilityZoneId: 'euw1-az2' }))).toBe('euw1-az2')
  })

  it('is the frame that it is drawn in; one without a name still differs from others', () => {
    expect(zone(subnet({}, { inside: 'zone-a' }))).toBe('eu-west-1a')
    expect(zone(subnet({}, { inside: 'zone-b' }))).toBe('zone-b')
  })

  it('is not known from a placeholder, or when nothing is said', () => {
    expect(zone(subnet({ AvailabilityZone: '${Zone}' }))).toBeUndefined()
    expect(zone(subnet())).toBeUndefined()
  })
})

describe('the subnets and zones of an element', () => {
  const of = (it: Element) => {
    const graph = graphOf(twoZones({ it }))
    return { subnets: subnetsOf(graph, 'it'), zones: [...(zonesOf(graph, 'it') ?? ['?'])] }
  }

  it('are those that its spec names', () => {
    const both = { subnets: ['a', 'b'], zones: ['eu-west-1a', 'zone-b'] }
    expect(of(service(inVpc('@{a}', '@{b}')))).toEqual(both)
    expect(of(element('application-load-balancer', { Subnets: ['@{a}', '@{b}'] }))).toEqual(both)
    expect(of(element('auto-scaling-group', { VPCZoneIdentifier: '@{a},@{b}' }))).toEqual(both)
    const mapped = { SubnetMappings: [{ SubnetId: '@{a}' }, { SubnetId: '@{b}' }] }
    expect(of(element('network-load-balancer', mapped))).toEqual(both)
  })

  it('are the frame that it is drawn in, when it names none', () => {
    expect(of(element('container-instance', {}, { inside: 'a' }))).toEqual({
      subnets: ['a'],
      zones: ['eu-west-1a'],
    })
    expect(of(element('container-instance', {}, { inside: 'zone-b' }))).toEqual({
      subnets: [],
      zones: ['zone-b'],
    })
  })

  it('are not all known when one of them is not drawn', () => {
    expect(of(service(inVpc('@{a}', 'subnet-0a1b2c3d4e5f60001')))).toEqual({ subnets: ['a'], zones: ['?'] })
    expect(of(service({ networkConfiguration: inSubnets }))).toEqual({ subnets: [], zones: ['?'] })
    expect(of(service())).toEqual({ subnets: [], zones: ['?'] })
  })

  it('are itself for a subnet', () =>
    expect([...(zonesOf(graphOf(twoZones()), 'a') ?? [])]).toEqual(['eu-west-1a']))
})

describe('the VPC of an element', () => {
  const of = (it: Element) => vpcOf(graphOf(twoZones({ it })), 'it')

  it('is the one that it names', () => {
    expect(of(element('target-group', { VpcId: '@{net}' }))).toBe('net')
    expect(of(element('target-group', { VpcId: 'vpc-0123' }))).toBe('vpc-0123')
    expect(of(element('target-group', { VpcId: '<vpc-id>' }))).toBeUndefined()
  })

  it('is the one around it, or around its subnets', () => {
    expect(of(subnet({}, { inside: 'zone-a' }))).toBe('net')
    expect(of(service(inVpc('@{b}')))).toBe('net')
    expect(of(service())).toBeUndefined()
  })
})

describe('traffic from a subnet to the internet', () => {
  const way = (spec: Element['spec']) =>
    routing(
      graphOf(drawing({ it: subnet(spec), igw: element('internet-gateway'), nat: element('nat-gateway') })),
      'it',
    )
  const to = (route: object) => ({ Routes: [{ DestinationCidrBlock: '0.0.0.0/0', ...route }] })

  it.each([
    ['an internet gateway', to({ GatewayId: '@{igw}' }), 'public'],
    ['an internet gateway by its id', to({ GatewayId: 'igw-0123' }), 'public'],
    ['a NAT gateway', to({ NatGatewayId: '@{nat}' }), 'nat'],
    ['a NAT gateway by its id', to({ NatGatewayId: 'nat-0123' }), 'nat'],
    [
      'another VPC',
      { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', VpcPeeringConnectionId: 'pcx-1' }] },
      'isolated',
    ],
    [
      'an egress-only gateway',
      { Routes: [{ DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: 'eigw-1' }] },
      'nat',
    ],
    ['a transit gateway, from where it may go on', to({ TransitGatewayId: 'tgw-1' }), undefined],
    ['a placeholder', to({ GatewayId: '${Gateway}' }), undefined],
    [
      'somewhere unknown',
      { Routes: [{ DestinationCidrBlock: '${Everywhere}', NatGatewayId: 'nat-1' }] },
      undefined,
    ],
    ['nothing that is said', {}, undefined],
    ['nothing that is said, with public addresses', { MapPublicIpOnLaunch: true }, 'public'],
  ])('by %s', (_, spec, expected) => expect(way(spec)).toBe(expected))
})

describe('the endpoints of a VPC', () => {
  const endpoint = (ServiceName: string | undefined, rest: Element['spec'] = { VpcId: '@{net}' }) =>
    element('vpc-endpoint', { ServiceName, ...rest })
  const services = (elements: Readonly<Record<string, Element>>) => {
    const found = endpointsIn(graphOf(twoZones(elements)), 'net')
    return found && [...found]
  }

  it('are known by the service', () => {
    expect(
      services({
        api: endpoint('com.amazonaws.eu-west-1.ecr.api'),
        logs: endpoint('com.amazonaws.${AWS::Region}.logs', { SubnetIds: ['@{a}'] }),
        other: endpoint('com.amazonaws.eu-west-1.s3', { VpcId: 'vpc-0123' }),
      }),
    ).toEqual(['ecr.api', 'logs'])
    expect(services({})).toEqual([])
  })

  it('are not all known when one does not tell its service', () => {
    expect(services({ api: endpoint(undefined) })).toBeUndefined()
    expect(
      services({ api: endpoint('com.amazonaws.eu-west-1.ecr.api', { VpcId: '${Vpc}' }) }),
    ).toBeUndefined()
  })

  it.each([
    ['com.amazonaws.eu-west-1.ecr.dkr', 'ecr.dkr'],
    ['cn.com.amazonaws.cn-north-1.ecr.api', 'ecr.api'],
    ['com.amazonaws.<region>.s3', 's3'],
    ['com.amazonaws.vpce.eu-west-1.vpce-svc-0123', 'eu-west-1.vpce-svc-0123'],
    ['com.example.eu-west-1.logs', 'com.example.eu-west-1.logs'],
    ['${Service}', undefined],
  ])('%s is %s', (name, service) => expect(serviceOf(name)).toBe(service))
})

describe('mount targets', () => {
  const targets = (MountTargets?: readonly object[]) =>
    mountTargetsOf(
      graphOf(
        twoZones({
          data: element('efs-file-system', { MountTargets }),
          nfs: element('security-group', { GroupName: 'nfs' }),
        }),
      ),
      'data',
    )

  it('are in a zone, and guarded', () => {
    expect(
      targets([
        { SubnetId: '@{a}', SecurityGroups: ['@{nfs}'] },
        { SubnetId: 'subnet-0123', SecurityGroups: ['@{nfs}', 'sg-0123'] },
        {},
      ]),
    ).toEqual([
      { pointer: '/MountTargets/0', subnet: 'a', zone: 'eu-west-1a', securityGroups: ['nfs'] },
      { pointer: '/MountTargets/1', subnet: undefined, zone: undefined, securityGroups: undefined },
      { pointer: '/MountTargets/2', subnet: undefined, zone: undefined, securityGroups: undefined },
    ])
  })

  it('are not known where nothing is said', () => expect(targets()).toBeUndefined())
})
