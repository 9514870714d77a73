import { describe, expect, it } from 'vitest'
import { drawing, element, service } from '../rules/examples'
import { graphOf } from './graph'
import { admits, securityGroupsOf, type Traffic } from './security-groups'

const group = (...SecurityGroupIngress: object[]) => element('security-group', { SecurityGroupIngress })
const tcp = (from: number, to: number, sender: object) => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  ...sender,
})
const alb = { SourceSecurityGroupId: '@{alb}' }
const everybody = { CidrIp: '0.0.0.0/0' }

/** Does a group with these rules let in what the load balancer's group, or everybody, sends to port 8080? */
const lets = (rules: readonly object[], traffic: Partial<Traffic> = {}) =>
  admits(
    graphOf(
      drawing({ alb: element('security-group'), other: element('security-group'), it: group(...rules) }),
    ),
    ['it'],
    { port: 8080, from: ['alb'], ...traffic },
  )

describe('a security group', () => {
  it('lets in a group that it names, on its ports', () => {
    expect(lets([tcp(8080, 8080, alb)])).toBe(true)
    expect(lets([tcp(8000, 9000, alb)])).toBe(true)
    expect(lets([{ IpProtocol: '-1', ...alb }])).toBe(true)
    expect(lets([{ ...tcp(0, 65535, alb), IpProtocol: '6' }])).toBe(true)
    expect(lets([tcp(80, 80, alb)])).toBe(false)
    expect(lets([tcp(8080, 8080, { SourceSecurityGroupId: '@{other}' })])).toBe(false)
  })

  it('tells TCP from UDP', () => {
    expect(lets([tcp(8080, 8080, alb)], { protocol: 'udp' })).toBe(false)
    expect(lets([{ ...tcp(8080, 8080, alb), IpProtocol: '17' }], { protocol: 'udp' })).toBe(true)
  })

  it('that lets in everybody lets in the group, too', () => {
    expect(lets([tcp(8080, 8080, everybody)])).toBe(true)
    expect(lets([tcp(8080, 8080, { CidrIpv6: '::/0' })])).toBe(true)
  })

  it('lets in everybody only when it says so', () => {
    expect(lets([tcp(8080, 8080, everybody)], { from: 'anywhere' })).toBe(true)
    expect(lets([tcp(8080, 8080, { CidrIp: '10.0.0.0/8' })], { from: 'anywhere' })).toBe(false)
    expect(lets([tcp(8080, 8080, alb)], { from: 'anywhere' })).toBe(false)
    expect(lets([tcp(8080, 8080, { SourcePrefixListId: 'pl-1' })], { from: 'anywhere' })).toBeUndefined()
  })

  it('lets nobody in without a rule', () => expect(lets([])).toBe(false))
})

describe('it can’t be told', () => {
  it('of a range, a prefix list or a group that is not drawn whether the sender is in it', () => {
    for (const sender of [
      { CidrIp: '10.0.0.0/8' },
      { SourcePrefixListId: 'pl-1' },
      { SourceSecurityGroupId: 'sg-0123' },
      {},
    ]) {
      expect(lets([tcp(8080, 8080, sender)])).toBeUndefined()
    }
  })

  it('of a rule without protocol or ports', () => {
    expect(lets([alb])).toBeUndefined()
    expect(lets([{ IpProtocol: 'tcp', ...alb }])).toBeUndefined()
  })

  it('of a group whose rules are not said', () => {
    const graph = graphOf(drawing({ said: group(), unsaid: element('security-group'), alb: group() }))
    const traffic = { port: 8080, from: ['alb'] }
    expect(admits(graph, ['said', 'unsaid'], traffic)).toBeUndefined()
    expect(admits(graph, ['said'], traffic)).toBe(false)
  })

  it('but one rule that surely lets it in is enough', () => {
    expect(lets([tcp(8080, 8080, { CidrIp: '10.0.0.0/8' }), tcp(8080, 8080, alb)])).toBe(true)
  })
})

describe('the security groups of an element', () => {
  const of = (...securityGroups: string[]) =>
    securityGroupsOf(
      graphOf(
        drawing({
          web: element('security-group'),
          it: service({ networkConfiguration: { awsvpcConfiguration: { securityGroups } } }),
        }),
      ),
      'it',
    )

  it('are known when all of them are drawn', () => {
    expect(of('@{web}')).toEqual(['web'])
    expect(of('@{web}', 'sg-0123')).toBeUndefined()
    expect(of()).toBeUndefined()
  })
})
