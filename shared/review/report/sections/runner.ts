/** A service or task as a card: what it runs, how often, who may reach it, and with which roles. */
import { referencesIn } from '../../../design/references'
import { scalingPolicy } from '../../../elements/scaling-policy'
import { service } from '../../../elements/service'
import { task } from '../../../elements/task'
import { capacityName, instancesAround } from '../../../figures/forms/launch'
import { incoming, nameOf } from '../../../graph/graph'
import { runOf } from '../../../graph/runs'
import { specOf } from '../../../graph/spec'
import { type Front, frontsOf } from '../../../graph/traffic'
import { say, type Text, term } from '../../../texts/text'
import type { Fact, Line, Part } from '../report'
import { countOf, dotted, type Source, shown, specText } from '../source'
import { definitionFacts } from './task-definition'

/** The card of one. */
export function runnerPart(source: Source, id: string): Part {
  const { graph, words } = source
  const run = runOf(graph, id)
  const facts = [...scaling(source, id), ...fronts(source, id), ...network(source, id)]
  const missing: Fact = {
    term: words('Task definition'),
    lines: [[specText(source, specOf(graph, service, id)?.taskDefinition) || words('none')]],
  }
  return {
    block: 'part',
    isCard: true,
    heading: [shown(nameOf(graph, id))],
    aside: aside(source, id),
    blocks: run
      ? definitionFacts(source, run.taskDefinition, facts, id)
      : [{ block: 'facts', facts: [missing, ...facts] }],
  }
}

function aside({ graph, words }: Source, id: string): Line {
  const isTask = graph.element(id)?.kind === task.kind
  const capacity = capacityName(graph, id)
  return dotted([
    words(isTask ? term('Task') : term('Service')),
    capacity && words(capacity),
    words(copies({ graph }, id)),
  ])
}

function copies({ graph }: Pick<Source, 'graph'>, id: string): Text {
  const spec = specOf(graph, service, id)
  const count = (n: number) => countOf(n, term('one task'), say`${n} tasks`)
  if (!spec) return count(specOf(graph, task, id)?.count ?? 1)
  if (spec.schedulingStrategy !== 'DAEMON') return count(spec.desiredCount ?? 1)
  const instances = instancesAround(graph, id)
  return instances === undefined ? term('one task per instance') : say`one task per instance (${instances})`
}

/** Policies that change how many tasks run. */
function scaling({ graph, words }: Source, id: string): readonly Fact[] {
  const policies = incoming(graph, id, 'scales').flatMap(({ from }) => {
    const spec = specOf(graph, scalingPolicy, from)
    return spec ? [{ name: nameOf(graph, from), spec }] : []
  })
  if (policies.length === 0) return []
  return [
    {
      term: words('Scaling'),
      lines: policies.map(({ name, spec: { MinCapacity, MaxCapacity } }) =>
        MinCapacity === undefined || MaxCapacity === undefined
          ? [shown(name)]
          : dotted([words(say`${MinCapacity} to ${MaxCapacity} tasks`), { muted: shown(name) }]),
      ),
    },
  ]
}

/** Load balancers in front: `web-alb · HTTPS 443 → api:8080`. */
function fronts(source: Source, id: string): readonly Fact[] {
  const all = frontsOf(source.graph, id)
  if (all.length === 0) return []
  return [
    {
      term: source.words('Load balancers'),
      lines: all.flatMap((front) => frontLines(source, front)),
    },
  ]
}

function frontLines(source: Source, front: Front): readonly Line[] {
  const { graph } = source
  const { containerName = '?', containerPort } = front
  const target = containerPort === undefined ? containerName : `${containerName}:${containerPort}`
  const group = front.targetGroup === undefined ? undefined : shown(nameOf(graph, front.targetGroup))
  if (front.listeners.length === 0) {
    const balancer = front.loadBalancers[0]
    const name = balancer === undefined ? group : shown(nameOf(graph, balancer))
    return [[name ?? '–', ' → ', { code: shown(target) }]]
  }
  return front.listeners.map(({ loadBalancer, protocol, port, rule }) => {
    const listener = [protocol, port].filter((part) => part !== undefined).join(' ')
    const by = rule === undefined ? '' : ` (${source.words(say`rule ${rule + 1}`)})`
    return [
      { strong: shown(nameOf(graph, loadBalancer)) },
      `${listener === '' ? '' : ` ${shown(listener)}`}${by} → `,
      ...(group === undefined ? [] : [`${group} → `]),
      { code: shown(target) },
    ]
  })
}

interface Network {
  readonly subnets?: readonly string[] | undefined
  readonly securityGroups?: readonly string[] | undefined
  readonly assignPublicIp?: string | undefined
}

/** Subnets, security groups, public addresses. */
function network(source: Source, id: string): readonly Fact[] {
  const { graph, words } = source
  const spec = specOf(graph, service, id) ?? specOf(graph, task, id)
  const settings: Network | undefined = spec?.networkConfiguration?.awsvpcConfiguration
  if (!settings) return []
  const named = (texts: readonly string[] | undefined) =>
    (texts ?? []).map((text) => {
      const reference = referencesIn(text)[0]
      return reference && graph.element(reference.id)
        ? shown(nameOf(graph, reference.id))
        : specText(source, text)
    })
  const [subnets, groups] = [named(settings.subnets).join(', '), named(settings.securityGroups).join(', ')]
  const lines = [
    subnets && [`${words('Subnets')}: ${subnets}`],
    groups && [`${words('Security groups')}: ${groups}`],
    settings.assignPublicIp === 'ENABLED' && [words('with public IP addresses')],
  ].filter((line): line is [string] => Array.isArray(line))
  return lines.length === 0 ? [] : [{ term: words('Network'), lines }]
}
