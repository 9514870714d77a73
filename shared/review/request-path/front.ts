/** What happens before a task has the request, in words: entries, load balancers, listeners, target groups. */
import { joinTexts, toText } from '../../basics/convert'
import { valueAt } from '../../basics/json'
import { objectsAt, textAt } from '../../elements/parts/reading'
import { targetGroup } from '../../elements/target-group'
import { type Graph, incoming, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Forward, isInternetFacing, kindOfBalancer } from '../../graph/traffic'
import { inWords, say, type Text, term } from '../../texts/text'
import { type PathStep, stepAt } from './step'
import type { Hop, Way } from './ways'

/** Who sends the request: an element, or whoever reaches what is not drawn behind anything. */
export function entryStep(graph: Graph, entry: string | undefined, first: Hop, label: string): PathStep {
  const to = nameOf(graph, first.id)
  if (entry !== undefined) {
    const says =
      label === ''
        ? say`Requests begin here and go to ${to}.`
        : say`Requests begin here and go to ${to} (${label}).`
    return stepAt(graph, entry, { says: [says] })
  }
  const internal = isInternetFacing(graph, first.id) === false
  return {
    key: 'entry',
    elements: [],
    lines: [],
    title: entryName(graph, first.id),
    says: [
      internal
        ? say`${to} is internal: requests come from inside of its network.`
        : say`${to} can be reached from the internet; its security groups say by whom.`,
    ],
  }
}

/** What is in front of something that no line leads to. */
export function entryName(graph: Graph, first: string): Text {
  return isInternetFacing(graph, first) === false ? term('The VPC') : term('The internet')
}

/** The steps up to what answers, which is the last hop and has its own. */
export function frontSteps(graph: Graph, way: Way): readonly PathStep[] {
  return way.slice(0, -1).flatMap((hop, i) => {
    const next = way[i + 1]
    return next ? stationsAt(graph, hop, next) : []
  })
}

/** A way that ends before anything answers: its last hop says so. */
export function deadEnd(graph: Graph, { id, lines }: Hop): PathStep {
  const [step] = graph.element(id)?.kind === 'target-group' ? [targetGroupStep(graph, { id, lines })] : []
  const says = [...(step?.says ?? []), term('Nothing answers behind it yet: connect it with a service.')]
  return stepAt(graph, id, { lines, says })
}

function stationsAt(graph: Graph, hop: Hop, next: Hop): readonly PathStep[] {
  const { id, lines, forward } = hop
  switch (graph.element(id)?.kind) {
    case 'target-group':
      return [targetGroupStep(graph, hop)]
    case 'kubernetes-ingress':
      return [stepAt(graph, id, { lines, says: ingressWords(graph, id, next.id) })]
    case 'kubernetes-service':
      return [stepAt(graph, id, { lines, says: kubernetesServiceWords(graph, id) })]
    default: {
      const says = balancerWords(graph, id)
      return [
        stepAt(graph, id, { lines, says }),
        ...(forward ? [listenerStep(graph, id, forward, next)] : []),
      ]
    }
  }
}

function balancerWords(graph: Graph, id: string): readonly (Text | undefined)[] {
  const spec = graph.element(id)?.spec ?? {}
  const subnets = valueAt(spec, '/Subnets') ?? valueAt(spec, '/SubnetMappings')
  const zones = Array.isArray(subnets) ? subnets.length : 0
  const reach = kindOfBalancer(graph, id) === 'gateway' ? undefined : isInternetFacing(graph, id)
  return [
    reach === true && term('It is open to the internet.'),
    reach === false && term('It is reached from inside of the VPC only.'),
    zones > 1 && say`It stands in ${zones} subnets, in case one is lost.`,
    ...incoming(graph, id, 'protects').map(
      ({ from }) => say`Web ACL ${nameOf(graph, from)} filters requests first.`,
    ),
    ...objectsAt(spec, '/Listeners').map(([, listener]) => redirectWords(listener)),
  ].map((text) => text || undefined)
}

function redirectWords(listener: Readonly<Record<string, unknown>>): Text | undefined {
  if (textAt(listener, '/DefaultActions/0/Type') !== 'redirect') return undefined
  const to = [
    textAt(listener, '/DefaultActions/0/RedirectConfig/Protocol'),
    valueAt(listener, '/DefaultActions/0/RedirectConfig/Port'),
  ]
  const target = joinTexts(
    to.filter((part) => !toText(part).startsWith('#')),
    ' ',
  )
  return target === '' ? undefined : say`What comes to ${portWords(listener)} is redirected to ${target}.`
}

/** `HTTPS 443` */
function portWords(listener: Readonly<Record<string, unknown>>): string {
  return joinTexts([listener.Protocol, listener.Port], ' ')
}

function listenerStep(graph: Graph, id: string, forward: Forward, next: Hop): PathStep {
  const pointer = `/Listeners/${forward.listener}`
  const spec = graph.element(id)?.spec
  const listener = valueAt(spec, pointer) as Readonly<Record<string, unknown>>
  const certificates = valueAt(listener, '/Certificates')
  const to = nameOf(graph, next.id)
  const conditions = forward.rule === undefined ? [] : conditionsOf(listener, forward.rule)
  const rules = objectsAt(listener, '/Rules').length
  const port = portWords(listener)
  return stepAt(graph, id, {
    key: `${id}${pointer}`,
    row: pointer,
    title: port === '' ? term('Listener') : say`Listener ${port}`,
    says: [
      Array.isArray(certificates) &&
        certificates.length > 0 &&
        term('It decrypts what comes, with its certificate.'),
      forward.rule === undefined
        ? rules === 0
          ? say`It forwards everything to ${to}.`
          : say`It forwards what none of its rules takes to ${to}.`
        : conditions.length > 0
          ? say`What asks for ${inWords(conditions, 'and')} goes to ${to}, by a rule.`
          : say`A rule of it forwards to ${to}.`,
    ],
  })
}

/** `/orders/*` and `shop.example.com`: what a rule looks for. */
function conditionsOf(listener: unknown, rule: number): readonly string[] {
  return objectsAt(listener as Readonly<Record<string, unknown>>, `/Rules/${rule}/Conditions`).flatMap(
    ([, condition]) => {
      const values = [condition, ...Object.values(condition)].flatMap((holder) => {
        const found = valueAt(holder, '/Values')
        return Array.isArray(found) ? found.filter((value) => typeof value === 'string') : []
      })
      return values.length === 0 ? [] : [values.join(' | ')]
    },
  )
}

function targetGroupStep(graph: Graph, { id, lines }: Hop): PathStep {
  const { Protocol, Port, HealthCheckPath } = specOf(graph, targetGroup, id) ?? {}
  const how = [Protocol, Port].filter((part) => part !== undefined).join(' ')
  return stepAt(graph, id, {
    lines,
    says: [
      how === ''
        ? term('It picks one of its healthy targets.')
        : say`It picks one of its healthy targets and sends the request there: ${how}.`,
      HealthCheckPath !== undefined && say`A target counts as healthy while ${HealthCheckPath} answers.`,
    ],
  })
}

function ingressWords(graph: Graph, id: string, next: string): readonly (Text | undefined)[] {
  const rules = objectsAt(graph.element(id)?.spec ?? {}, '/spec/rules').map(([, rule]) => rule)
  const hosts = [...new Set(rules.flatMap((rule) => textAt(rule, '/host') ?? []))]
  const paths = rules.flatMap((rule) =>
    objectsAt(rule, '/http/paths').flatMap(([, path]) =>
      JSON.stringify(path).includes(`@{${next}`) ? (textAt(path, '/path') ?? []) : [],
    ),
  )
  return [
    hosts.length > 0 ? say`It answers for ${inWords(hosts, 'and')}.` : undefined,
    paths.length > 0
      ? say`Requests for ${inWords([...new Set(paths)], 'and')} go to ${nameOf(graph, next)}.`
      : say`Requests go to ${nameOf(graph, next)}.`,
  ]
}

function kubernetesServiceWords(graph: Graph, id: string): readonly (Text | undefined)[] {
  const ports = objectsAt(graph.element(id)?.spec ?? {}, '/spec/ports').map(([, port]) =>
    joinTexts([port.port, port.targetPort], ' → '),
  )
  return [
    term('It finds its pods by their labels.'),
    ports.length > 0 ? say`Ports: ${ports.join(', ')}.` : undefined,
  ]
}
