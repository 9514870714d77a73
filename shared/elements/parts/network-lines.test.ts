import { describe, expect, test } from 'vitest'
import { type Design, type Element, emptyDesign, type Spec } from '../../design/design'
import { edit } from '../../design/edit'
import { candidates, connect, disconnect } from '../../graph/connect'
import { graphOf } from '../../graph/graph'
import { english, type Text } from '../../texts/text'
import type { MeaningId } from '../meanings'

const of = (kind: string, spec: Spec = {}): Element => ({ kind, spec })
const design = (elements: Readonly<Record<string, Element>>): Design => ({ ...emptyDesign('net'), elements })

/** Draws the first line that `a` can have to `b` with that meaning; gives the reason when it is refused. */
function drawn(before: Design, a: string, b: string, meaning: MeaningId): Design | string {
  const candidate = candidates(graphOf(before), a, b).find((c) => c.from === a && c.meaning === meaning)
  if (!candidate) throw new Error(`no ${meaning}`)
  let refused: Text | undefined
  const { design: after } = edit(before, (draft) => {
    refused = connect(draft, candidate)
  })
  return refused === undefined ? after : english(refused)
}

const linesOf = (after: Design | string, id: string) =>
  typeof after === 'string' ? [] : (graphOf(after).outgoing.get(id) ?? [])

const labels = (after: Design, id: string) =>
  linesOf(after, id).map(({ relation, pointer }) => {
    const label = relation?.label?.(after.elements[id]?.spec ?? {}, pointer ?? '')
    return label === undefined ? undefined : english(label)
  })

describe('the default route of a subnet', () => {
  const before = design({ a: of('subnet'), igw: of('internet-gateway'), nat: of('nat-gateway') })

  test('is what a line writes', () => {
    const after = drawn(before, 'a', 'nat', 'routes') as Design
    expect(after.elements.a?.spec).toEqual({
      Routes: [{ DestinationCidrBlock: '0.0.0.0/0', NatGatewayId: '@{nat}' }],
    })
    expect(labels(after, 'a')).toEqual([undefined])
  })

  test('is one only', () => {
    const after = drawn(before, 'a', 'nat', 'routes') as Design
    expect(drawn(after, 'a', 'igw', 'routes')).toBe('It has a default route already. Remove that one first.')
  })

  test('is not what another route is', () => {
    const spec = { Routes: [{ DestinationCidrBlock: '10.1.0.0/16', NatGatewayId: '@{nat}' }] }
    expect(labels(design({ ...before.elements, a: of('subnet', spec) }), 'a')).toEqual(['10.1.0.0/16'])
  })
})

describe('mount targets', () => {
  const before = design({
    data: of('efs-file-system', { MountTargets: [{ SubnetId: '@{a}' }, { SubnetId: '@{b}' }] }),
    a: of('subnet'),
    b: of('subnet'),
    nfs: of('security-group'),
  })

  test('are one for each subnet', () => {
    expect(drawn(before, 'data', 'a', 'in-network')).toBe('It has a mount target there already.')
  })

  test('are guarded together, and no more together', () => {
    const after = drawn(before, 'data', 'nfs', 'guarded-by') as Design
    expect(after.elements.data?.spec.MountTargets).toEqual([
      { SubnetId: '@{a}', SecurityGroups: ['@{nfs}'] },
      { SubnetId: '@{b}', SecurityGroups: ['@{nfs}'] },
    ])
    expect(drawn(after, 'data', 'nfs', 'guarded-by')).toBe('They are connected already.')
    const line = linesOf(after, 'data').find(({ to }) => to === 'nfs')
    expect(edit(after, (draft) => line && disconnect(draft, line)).design.elements).toEqual(before.elements)
  })

  test('must be there to be guarded', () => {
    const bare = design({ data: of('efs-file-system'), nfs: of('security-group') })
    expect(drawn(bare, 'data', 'nfs', 'guarded-by')).toMatch(/^A security group guards mount targets/)
  })
})

describe('a security group', () => {
  test('admits all traffic of another until somebody narrows it', () => {
    const before = design({ alb: of('security-group'), web: of('security-group') })
    const after = drawn(before, 'web', 'alb', 'admits') as Design
    expect(after.elements.web?.spec).toEqual({
      SecurityGroupIngress: [{ IpProtocol: '-1', SourceSecurityGroupId: '@{alb}' }],
    })
    expect(labels(after, 'web')).toEqual(['all traffic'])
  })

  test.each([
    [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080 }, 'tcp 8080'],
    [{ IpProtocol: 'udp', FromPort: 53, ToPort: 60 }, 'udp 53-60'],
    [{ IpProtocol: 'icmp' }, 'icmp'],
    [{}, undefined],
  ])('with %j is labelled %s', (rule, label) => {
    const web = of('security-group', { SecurityGroupIngress: [{ ...rule, SourceSecurityGroupId: '@{alb}' }] })
    expect(labels(design({ alb: of('security-group'), web }), 'web')).toEqual([label])
  })
})
