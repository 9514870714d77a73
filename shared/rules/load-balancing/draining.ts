/** How long a target that leaves may finish its connections: the deregistration delay and the container's stop timeout. */
import { DEFAULT_STOP_TIMEOUT, fargateTimeout } from '../../aws/facts/container-limits'
import { balancerProtocols, deregistrationDelay } from '../../aws/facts/load-balancers'
import { toNumber, toText } from '../../basics/convert'
import { isObject } from '../../basics/json'
import type { Design } from '../../design/design'
import { service as serviceKind } from '../../elements/service'
import { targetGroup } from '../../elements/target-group'
import { type Graph, nameOf } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { type Front, frontsOf, targetGroupServices } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, container, marked } from '../examples'
import { setMembers } from '../fixes'
import { definitionOf, isWritten } from '../reading'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { behindNetworkBalancer, differing, ELSEWHERE } from './examples'
import { servingContainer } from './served'
import { attributeOf, lacksAttribute } from './target-groups'

const { key, default: untouched } = deregistrationDelay

/** Seconds that most requests need at most. */
const SHORT_DELAY = 30

const attributes = {
  ref: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html',
  checked: '2026-11-26',
}

export const draining = ruleFamily([
  defineRule({
    id: 'lb-deregistration-delay',
    severity: 'advice',
    on: [targetGroup],
    title: 'Web services drain in less than five minutes',
    message:
      'Each task that leaves “{group}” is kept for {seconds} seconds, which slows every deployment; 30 to 60 are enough for most web services.',
    why: 'A target that is deregistered keeps its connections for the deregistration delay, and ECS waits for it before it ends the task. The default is made for long downloads; most requests are answered within seconds.',
    sources: [attributes, { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' }],
    check({ id, element, spec, graph, report }) {
      const web = balancerProtocols.application.group.some((one) => one === spec.Protocol)
      if (!web || element.existing) return
      const left = lacksAttribute(element, spec, key) || attributeOf(spec, key) === toText(untouched)
      if (!left || targetGroupServices(graph, id).length === 0) return
      report({
        at: '/Attributes',
        values: { group: nameOf(graph, id), seconds: untouched },
        fix: setDelay(id, SHORT_DELAY),
      })
    },
    examples: () => ({
      valid: {
        'a shorter delay': delayed('30'),
        'a longer one, which somebody chose': delayed('600'),
        'a placeholder': delayed('<delay>'),
        'TCP, where connections last': behindNetworkBalancer(),
        'a group that exists': marked(behindBalancer(), 'targets', { existing: { arn: ELSEWHERE } }),
        'no service yet': differing(behindBalancer(), { web: { loadBalancers: [] } }),
      },
      invalid: {
        'left out': { design: behindBalancer(), element: 'targets', at: '/Attributes' },
        'the default, written down': { design: delayed('300'), element: 'targets', at: '/Attributes' },
        'beside another attribute': {
          design: differing(behindBalancer(), {
            targets: { Attributes: [{ Key: 'stickiness.enabled', Value: 'true' }] },
          }),
          element: 'targets',
          at: '/Attributes',
        },
      },
    }),
  }),

  defineRule({
    id: 'lb-stop-timeout-drain',
    severity: 'warning',
    on: [serviceKind],
    needs: ['/loadBalancers'],
    title: 'A container lives as long as its connections drain',
    message:
      '“{container}” is killed after {timeout} seconds and its connections may drain for {delay}; raise stopTimeout, or lower the deregistration delay.',
    why: 'A task that is stopped gets SIGTERM, and SIGKILL when the stop timeout has passed. Requests for which the load balancer still waits are then cut off.',
    sources: [
      { ref: 'DG-2023:load-balancer-types', checked: '2026-11-21' },
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      if (!spec.loadBalancers) return
      for (const front of frontsOf(graph, id)) {
        const delay = delayOf(graph, front)
        const timeout = timeoutOf(graph, id, front)
        if (delay === undefined || timeout === undefined || timeout >= delay) continue
        report({
          at: front.pointer,
          values: { container: front.containerName ?? '', timeout, delay },
          ...stretch(graph, id, front, delay),
        })
      }
    },
    examples: () => ({
      valid: {
        'the same time': stopping(60, '60'),
        'the default timeout and a short delay': delayed('30'),
        'a delay that nobody set': behindBalancer(),
        'a placeholder for the timeout': stopping('<timeout>', '60'),
        'a placeholder for the delay': stopping(30, '<delay>'),
      },
      invalid: {
        'the default timeout and a longer delay': {
          design: delayed('60'),
          element: 'web',
          at: '/loadBalancers/0',
        },
        'a short timeout': { design: stopping(10, '30'), element: 'web', at: '/loadBalancers/0' },
        'a delay beyond what a timeout can be': {
          design: stopping(120, '300'),
          element: 'web',
          at: '/loadBalancers/0',
        },
      },
    }),
  }),
])

function delayed(Value: string): Design {
  return differing(behindBalancer(), { targets: { Attributes: [{ Key: key, Value }] } })
}

function stopping(stopTimeout: number | string, delay: string): Design {
  const serving = container({ portMappings: [{ containerPort: 80 }], stopTimeout })
  return differing(delayed(delay), { task: { containerDefinitions: [serving] } })
}

/** The delay that somebody set, in seconds. */
function delayOf(graph: Graph, { targetGroup: group }: Front): number | undefined {
  const spec = specOf(graph, targetGroup, group)
  const value = spec && attributeOf(spec, key)
  return value !== undefined && /^\d+$/.test(value) ? toNumber(value) : undefined
}

/** In seconds; undefined where the container or its timeout is not known. */
function timeoutOf(graph: Graph, service: string, front: Front): number | undefined {
  const serving = servingContainer(graph, service, front)
  if (!serving || serving.stopTimeout !== undefined) return serving?.stopTimeout
  const definition = graph.element(definitionOf(graph, service)?.id ?? '')
  const written = definition && isWritten(definition, stopTimeoutAt(front))
  return written === false ? DEFAULT_STOP_TIMEOUT : undefined
}

function stopTimeoutAt({ container: index }: Front): string {
  return `/containerDefinitions/${index}/stopTimeout`
}

/** The container gets the time, as far as Fargate gives it; what is more is taken off the delay. */
function stretch(graph: Graph, service: string, front: Front, delay: number): { readonly fix?: Fix } {
  const definition = definitionOf(graph, service)?.id
  const group = front.targetGroup
  if (definition === undefined || group === undefined) return {}
  const seconds = Math.min(delay, fargateTimeout.max)
  const raise = setMembers(say`Set stopTimeout to ${seconds} seconds`, definition, {
    [stopTimeoutAt(front)]: seconds,
  })
  if (seconds === delay) return { fix: raise }
  return {
    fix: {
      title: say`Set stopTimeout and the deregistration delay to ${seconds} seconds`,
      apply: (draft) => {
        raise.apply(draft)
        setDelay(group, seconds).apply(draft)
      },
    },
  }
}

function setDelay(group: string, seconds: number): Fix {
  return {
    title: say`Set the deregistration delay to ${seconds} seconds`,
    apply: (draft) => {
      const spec = draft.elements[group]?.spec
      if (!spec) return
      const list: unknown[] = Array.isArray(spec.Attributes) ? spec.Attributes : []
      const known = list.find((one) => isObject(one) && one.Key === key)
      if (isObject(known)) known.Value = toText(seconds)
      else spec.Attributes = [...list, { Key: key, Value: toText(seconds) }]
    },
  }
}
