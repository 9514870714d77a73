/**
 * What stands around imported containers and no file says: a cluster, a network in which tasks reach each other and the
 * internet, a log group and an execution role. Each part is made when it is first asked for.
 */
import { sameJson } from '../../basics/json'
import { quote } from '../../basics/quote'
import type { Element, Spec } from '../../design/design'
import { escapeText, refer, referencesIn } from '../../design/references'
import { labelOf } from '../../elements/kinds'
import { say, type Text, term } from '../../texts/text'
import { type Collector, define, note } from '../collect/collector'
import type { Place } from './node'

export interface Stack {
  readonly collector: Collector
  /** Names of what is made begin with it. */
  readonly name: string
  readonly at: Place
  /** Makes an element that the file implies; the same key is the same element. */
  readonly make: (key: string, called: string, element: Element, said?: Text, at?: Place) => string
  /** The element made under a key. */
  readonly made: (key: string) => string | undefined
}

/** A stack that notes at a place of the file what it makes. */
export function newStack(collector: Collector, name: string, at: Place): Stack {
  const ids = new Map<string, string>()
  return {
    collector,
    name,
    at,
    made: (key) => ids.get(key),
    make: (key, called, element, said, place = at) => {
      const before = ids.get(key)
      if (before !== undefined) return before
      // Nothing within it stands in the file.
      const id = define(collector, { called, element }, { ...place, within: '/-' })
      ids.set(key, id)
      if (said !== undefined) note(collector, 'mapped', element.kind, place, said, id)
      return id
    },
  }
}

function added(kind: string, name: string, why: Text): Text {
  return say`${labelOf(kind)} ${quote(name)} is added: ${why}`
}

/** The cluster of all services, with a namespace by whose names they find one another. */
export function clusterOf(stack: Stack, namespace: boolean): string {
  const spec: Spec = {
    clusterName: escapeText(stack.name),
    capacityProviders: ['FARGATE', 'FARGATE_SPOT'],
    settings: [{ name: 'containerInsights', value: 'enabled' }],
    ...(namespace ? { serviceConnectDefaults: { namespace: escapeText(stack.name) } } : {}),
  }
  const network = networkOf(stack)
  return stack.make(
    'cluster',
    `${stack.name} cluster`,
    { kind: 'cluster', inside: network, spec },
    added('cluster', stack.name, term('services run in one.')),
  )
}

/** The VPC of all that is made. */
export function networkOf(stack: Stack): string {
  const said = added('vpc', stack.name, term('tasks need subnets; take your own if you have one.'))
  const element = { kind: 'vpc', label: stack.name, spec: { CidrBlock: '10.0.0.0/16' } }
  return stack.make('vpc', `${stack.name} network`, element, said)
}

/** Two subnets from which the internet can be reached; into the private ones nothing comes from there. */
export function subnets(stack: Stack, access: 'public' | 'private'): readonly string[] {
  const vpc = refer(networkOf(stack))
  const gateway = stack.make('gateway', `${stack.name} gateway`, {
    kind: 'internet-gateway',
    spec: { VpcId: vpc },
  })
  const everything = { DestinationCidrBlock: '0.0.0.0/0' }
  const route =
    access === 'public'
      ? { ...everything, GatewayId: refer(gateway) }
      : { ...everything, NatGatewayId: refer(natGateway(stack, vpc)) }
  return ['a', 'b'].map((letter, i) => {
    const CidrBlock = `10.0.${access === 'public' ? i : 10 + i}.0/24`
    const called = `${access}-${letter}`
    const spec = { VpcId: vpc, ...zoneOf(stack, letter), CidrBlock, Routes: [route] }
    return refer(stack.make(called, called, { kind: 'subnet', label: called, spec }))
  })
}

/** One for all zones, so that it needs no public subnets. */
function natGateway(stack: Stack, VpcId: string): string {
  const spec = { ConnectivityType: 'public', AvailabilityMode: 'regional', VpcId }
  return stack.make('nat', `${stack.name} nat`, { kind: 'nat-gateway', spec })
}

/** Subnets in two zones; which ones is known with the Region. */
function zoneOf(stack: Stack, letter: string): Spec {
  const zone = stack.make(`zone-${letter}`, `zone-${letter}`, {
    kind: 'availability-zone',
    label: `zone-${letter}`,
    inside: networkOf(stack),
    spec: {},
  })
  return { AvailabilityZone: refer(zone) }
}

/** A security group that nothing may reach yet. */
export function securityGroup(stack: Stack, name: string, Description: string): string {
  const spec = {
    GroupName: escapeText(name.replace(/^sg-/, 'group-')),
    Description,
    VpcId: refer(networkOf(stack)),
  }
  return refer(stack.make(`group ${name}`, `${name} access`, { kind: 'security-group', spec }))
}

/** A security group whose members may call each other. */
export function closedGroup(stack: Stack, name: string, description: string): string {
  const key = `group ${name}`
  const id = stack.make(key, `${name} access`, { kind: 'security-group', spec: {} })
  const element = stack.collector.elements[id]
  if (element && Object.keys(element.spec).length === 0) {
    const rule = {
      IpProtocol: '-1',
      SourceSecurityGroupId: refer(id),
      Description: 'Calls among the services of this network',
    }
    const spec = {
      GroupName: escapeText(name.replace(/^sg-/, 'group-')),
      Description: description,
      VpcId: refer(networkOf(stack)),
      SecurityGroupIngress: [rule],
    }
    stack.collector.elements[id] = { ...element, spec }
  }
  return refer(id)
}

/** `networkConfiguration` of a service or task. */
export function inSubnets(
  stack: Stack,
  access: 'public' | 'private',
  securityGroups: readonly string[],
): Spec {
  const assignPublicIp = access === 'public' ? 'ENABLED' : 'DISABLED'
  return { awsvpcConfiguration: { subnets: subnets(stack, access), securityGroups, assignPublicIp } }
}

/** An encrypted file system that the members of security groups can mount in both subnets. */
export function fileSystem(
  stack: Stack,
  name: string,
  from: readonly string[],
  access: 'public' | 'private',
  at?: Place,
): string {
  const group = stack.make('files group', `${stack.name} files access`, {
    kind: 'security-group',
    spec: {
      GroupName: escapeText(`${stack.name}-files`),
      Description: 'NFS from the services',
      VpcId: refer(networkOf(stack)),
    },
  })
  admit(stack, group, from)
  const id = stack.make(`file system ${name}`, name, {
    kind: 'efs-file-system',
    inside: networkOf(stack),
    spec: {
      CreationToken: escapeText(name),
      Encrypted: true,
      ThroughputMode: 'elastic',
      Backup: true,
      MountTargets: subnets(stack, access).map((SubnetId) => ({ SubnetId, SecurityGroups: [refer(group)] })),
    },
  })
  if (at) {
    const text = say`Volume ${quote(name)} became EFS file system ${quote(name)}.`
    note(stack.collector, 'mapped', 'volume', at, text, id)
  }
  return id
}

function admit(stack: Stack, id: string, from: readonly string[]): void {
  const element = stack.collector.elements[id]
  if (!element) return
  const before = (element.spec.SecurityGroupIngress as readonly Spec[] | undefined) ?? []
  const known = new Set(before.map((rule) => rule.SourceSecurityGroupId))
  const rules = from
    .filter((group) => !known.has(group))
    .map((SourceSecurityGroupId) => ({
      IpProtocol: 'tcp',
      FromPort: 2049,
      ToPort: 2049,
      SourceSecurityGroupId,
    }))
  const spec = { ...element.spec, SecurityGroupIngress: [...before, ...rules] }
  stack.collector.elements[id] = { ...element, spec }
}

/** `logConfiguration` that writes to the log group of all. */
export function logging(stack: Stack, prefix: string, region: string | undefined): Spec {
  const name = `/ecs/${stack.name}`
  const group = stack.make(
    'logs',
    name,
    { kind: 'log-group', spec: { logGroupName: escapeText(name), retentionInDays: 30 } },
    added('log-group', name, term('on Fargate, nothing else keeps what containers print.')),
  )
  return {
    logDriver: 'awslogs',
    options: {
      'awslogs-group': refer(group),
      'awslogs-region': escapeText(region ?? '<region>'),
      'awslogs-stream-prefix': escapeText(prefix),
    },
  }
}

const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { Service: 'ecs-tasks.amazonaws.com' }, Action: 'sts:AssumeRole' },
  ],
})

/** The execution role of all task definitions. */
export function executionRole(stack: Stack): string {
  const RoleName = `${stack.name.slice(0, 50)}-execution`
  const spec = {
    RoleName: escapeText(RoleName),
    AssumeRolePolicyDocument: TRUST,
    ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy'],
  }
  const said = added('iam-role', RoleName, term('it lets ECS pull images, read secrets and write logs.'))
  return stack.make('execution', `${stack.name} execution`, { kind: 'iam-role', spec }, said)
}

/** The role of one task definition’s containers. */
export function taskRole(stack: Stack, name: string): string {
  const spec = { RoleName: escapeText(`${name.slice(0, 58)}-task`), AssumeRolePolicyDocument: TRUST }
  return stack.make(`task role ${name}`, `${name} role`, { kind: 'iam-role', spec })
}

/** Adds a statement to one of the role’s inline policies. */
export function allow(
  stack: Stack,
  role: string,
  policy: string,
  Action: readonly string[],
  Resource: string,
): void {
  const element = stack.collector.elements[role]
  if (!element) return
  const policies = (element.spec.Policies as readonly Policy[] | undefined) ?? []
  const old = policies.find(({ PolicyName }) => PolicyName === policy)
  const statement = { Effect: 'Allow', Action, Resource }
  const statements = old?.PolicyDocument.Statement ?? []
  if (statements.some((one) => one.Resource === Resource)) return
  const next = {
    PolicyName: policy,
    PolicyDocument: { Version: '2012-10-17', Statement: [...statements, statement] },
  }
  const Policies = old ? policies.map((one) => (one === old ? next : one)) : [...policies, next]
  stack.collector.elements[role] = { ...element, spec: { ...element.spec, Policies } }
}

interface Policy {
  readonly PolicyName: string
  readonly PolicyDocument: { readonly Version: string; readonly Statement: readonly Spec[] }
}

/** A secret that the file names; its value is nobody’s business here. */
export function secretNamed(stack: Stack, name: string, at: Place): string {
  const before = stack.made(`secret ${name}`)
  const id = stack.make(`secret ${name}`, name, { kind: 'secret', spec: { Name: escapeText(name) } })
  if (before === undefined) {
    const text = say`Secret ${quote(name)} became an element. Its value is not read: store it in Secrets Manager.`
    note(stack.collector, 'mapped', 'secret', at, text, id)
  }
  return id
}

/** `valueFrom` of a secret, which the execution role may then read. */
export function readSecret(stack: Stack, secret: string): string {
  allow(stack, executionRole(stack), 'read-secrets', ['secretsmanager:GetSecretValue'], refer(secret))
  return refer(secret)
}

/** Lets the execution role read a secret that the collector knows under a key. */
export function readSecretNamed(stack: Stack, key: string): void {
  const id = stack.collector.known.get(key)
  if (id !== undefined) readSecret(stack, id)
}

/** Adds an access point to a file system. */
export function addAccessPoint(stack: Stack, id: string, point: Spec): void {
  const element = stack.collector.elements[id]
  if (!element) return
  const before = (element.spec.AccessPoints as readonly Spec[] | undefined) ?? []
  if (before.some((one) => sameJson(one, point))) return
  stack.collector.elements[id] = { ...element, spec: { ...element.spec, AccessPoints: [...before, point] } }
}

/** Adds a rule to what may come in. */
export function admitFrom(stack: Stack, reference: string, rule: Spec): void {
  const id = referencesIn(reference)[0]?.id
  const element = id === undefined ? undefined : stack.collector.elements[id]
  if (id === undefined || !element) return
  const before = (element.spec.SecurityGroupIngress as readonly Spec[] | undefined) ?? []
  if (before.some((one) => sameJson(one, rule))) return
  const spec = { ...element.spec, SecurityGroupIngress: [...before, rule] }
  stack.collector.elements[id] = { ...element, spec }
}
