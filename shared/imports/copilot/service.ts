/** The service of a manifest, or the task of a scheduled job. */
import { toNumber } from '../../basics/convert'
import { quote } from '../../basics/quote'
import type { Spec } from '../../design/design'
import { escapeText, refer } from '../../design/references'
import { say } from '../../texts/text'
import { connect } from '../collect/collector'
import { isEmpty, itemsOf, member, type Node, take, takeFlag, takeText, textOf } from '../containers/node'
import { allow, closedGroup, clusterOf, inSubnets, taskRole } from '../containers/stack'
import { drop, kept, mapped } from '../containers/telling'
import { ecsName } from '../containers/values'
import { balance } from './http'
import type { Reading } from './reading'
import { countOf } from './scaling'
import { scheduleOf } from './schedule'
import type { Target } from './target-groups'
import { TARGET } from './task'

/** Services of one environment may call each other. */
export function groupsOf(reading: Reading): readonly string[] {
  const { stack, root } = reading
  const own = closedGroup(stack, `${stack.name}-services`, 'Services of the environment')
  const written = member(member(member(root, 'network'), 'vpc'), 'security_groups')
  const listed = itemsOf(written?.members ? member(written, 'groups') : written)
  const more = listed.flatMap((item) => {
    const id = textOf(item)
    if (id === undefined) return []
    takeText(item)
    return [escapeText(id)]
  })
  return [own, ...more]
}

/** The port that the main container listens on: its own, or that which a load balancer asks for. */
export function portOf({ root }: Reading): string | undefined {
  const own = takeText(member(member(root, 'image'), 'port'))
  if (own !== undefined) return own
  return textOf(member(member(root, 'http'), 'target_port'))
}

/** The service’s spec, and what its containers have to listen on. */
export function serviceOf(
  reading: Reading,
  groups: readonly string[],
  port: string | undefined,
): { readonly spec: Spec; readonly targets: readonly Target[] } {
  const { root, stack, name, runner, definition } = reading
  const connects = connectOf(reading, port)
  // A load balancer needs a port even where the manifest forgot it.
  const number = toNumber(port ?? 80)
  const main = { container: ecsName(name), port: Number.isInteger(number) ? number : 80 }
  const balanced = balance(reading, main, groups)
  const exec = takeFlag(member(root, 'exec'))
  if (exec) allowExec(reading)
  const spec = {
    serviceName: ecsName(name),
    cluster: refer(clusterOf(stack, connects !== undefined)),
    taskDefinition: refer(definition),
    ...countOf(reading),
    deploymentConfiguration: deploymentOf(reading),
    networkConfiguration: networkOf(reading, groups, runner),
    ...(balanced.loadBalancers.length > 0 ? { loadBalancers: balanced.loadBalancers } : {}),
    ...(balanced.loadBalancers.length > 0
      ? { healthCheckGracePeriodSeconds: balanced.graceSeconds ?? 60 }
      : {}),
    ...(connects === undefined ? {} : { serviceConnectConfiguration: connects }),
    ...(exec === undefined ? {} : { enableExecuteCommand: exec }),
    propagateTags: 'SERVICE',
  }
  return { spec, targets: balanced.targets }
}

/** The task of a scheduled job, and a note that says when it runs. */
export function taskSpec(reading: Reading, groups: readonly string[]): Spec {
  const { root, stack, runner, definition, name } = reading
  const schedule = member(member(root, 'on'), 'schedule')
  const written = textOf(schedule)
  if (schedule && written !== undefined) {
    const expression = scheduleOf(written)
    const text = say`The schedule stands in a note: make an EventBridge schedule with ${quote(expression ?? written)} that runs the task.`
    kept(reading, 'schedule', schedule, text, runner)
    const note = stack.make(`schedule ${name}`, `${name} schedule`, {
      kind: 'note',
      label: expression === undefined || expression === written ? written : `${written}: ${expression}`,
      spec: {},
    })
    connect(stack.collector, { from: note, to: runner, meaning: 'points-at' })
  }
  for (const key of ['timeout', 'retries']) {
    const node = member(root, key)
    const text = say`${quote(key)} is left out: Copilot had a state machine for it; EventBridge Scheduler and Step Functions can do it.`
    if (node && !isEmpty(node)) drop(reading, key, node, text, runner)
  }
  return {
    cluster: refer(clusterOf(stack, false)),
    taskDefinition: refer(definition),
    count: 1,
    launchType: 'FARGATE',
    networkConfiguration: networkOf(reading, groups, runner),
    propagateTags: 'TASK_DEFINITION',
  }
}

/** Subnets of one’s own, or those made for the environment. */
function networkOf(reading: Reading, groups: readonly string[], runner: string): Spec {
  const placement = member(member(member(reading.root, 'network'), 'vpc'), 'placement')
  const written = member(placement, 'subnets')
  const listed = itemsOf(written).flatMap((item) => takeText(item) ?? [])
  if (listed.length > 0) {
    return {
      awsvpcConfiguration: {
        subnets: listed.map(escapeText),
        securityGroups: groups,
        assignPublicIp: 'DISABLED',
      },
    }
  }
  if (placement && textOf(placement) !== undefined)
    mapped(
      reading,
      'placement',
      placement,
      reading.access === 'public'
        ? 'Tasks are placed in public subnets.'
        : 'Tasks are placed in private subnets.',
      runner,
    )
  return inSubnets(reading.stack, reading.access, groups)
}

/** Service Connect, where the manifest turns it on; a service without a port only calls. */
function connectOf(reading: Reading, port: string | undefined): Spec | undefined {
  const { name, root, runner } = reading
  const node = member(member(root, 'network'), 'connect')
  const alias = takeText(member(node, 'alias'))
  if (!node) return undefined
  if (textOf(node) === 'false') {
    mapped(reading, 'connect', node, 'The service takes no part in Service Connect.', runner)
    return undefined
  }
  take(node)
  mapped(
    reading,
    'connect',
    node,
    say`Others call the service ${quote(alias ?? name)} by Service Connect.`,
    runner,
  )
  const number = toNumber(port ?? Number.NaN)
  if (!Number.isInteger(number)) return { enabled: true }
  return {
    enabled: true,
    services: [
      {
        portName: TARGET,
        discoveryName: ecsName(name).toLowerCase(),
        clientAliases: [{ port: number, dnsName: escapeText(alias ?? name) }],
      },
    ],
  }
}

function deploymentOf(reading: Reading): Spec {
  const deployment = member(reading.root, 'deployment')
  const rolling = member(deployment, 'rolling')
  const recreate = takeText(rolling) === 'recreate'
  const alarms = member(deployment, 'rollback_alarms')
  const names = itemsOf(alarms?.items ? alarms : undefined).flatMap((item) => takeText(item) ?? [])
  if (alarms?.members) {
    const text = 'Alarms that Copilot makes are left out: name alarms of your own for the rollback.'
    drop(reading, 'rollback-alarms', alarms, text, reading.runner)
  }
  return {
    minimumHealthyPercent: recreate ? 0 : 100,
    maximumPercent: recreate ? 100 : 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    ...(names.length > 0
      ? { alarms: { alarmNames: names.map(escapeText), enable: true, rollback: true } }
      : {}),
  }
}

/** What the agent in the containers needs. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
export function allowExec({ stack, name }: Reading): void {
  const actions = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel']
  allow(
    stack,
    taskRole(stack, name),
    'exec',
    actions.map((action) => `ssmmessages:${action}`),
    '*',
  )
}

/** What the collector of traces needs. */
export function allowTracing({ stack, name, root }: Reading): void {
  const tracing: Node | undefined = member(member(root, 'observability'), 'tracing')
  if (textOf(tracing) !== 'awsxray') return
  const actions = [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ]
  allow(stack, taskRole(stack, name), 'trace', actions, '*')
}
