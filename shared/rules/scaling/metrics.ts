/** What a scaling policy follows, and whether that can be followed. */
import {
  HIGH_RESOLUTION,
  highResolution,
  policyConfigurations,
  REQUEST_COUNT,
  utilizationTarget,
} from '../../aws/facts/scaling'
import { isObject, setAt, valueAt } from '../../basics/json'
import { own } from '../../basics/own'
import { scalingPolicy } from '../../elements/scaling-policy'
import { type Graph, nameOf } from '../../graph/graph'
import { frontsOf } from '../../graph/traffic'
import { say } from '../../texts/text'
import { behindBalancer, onFargate } from '../examples'
import { setMembers } from '../fixes'
import { CPU_TARGET, queueTracking } from '../fixes-scaling'
import { behindNetworkBalancer, ELSEWHERE } from '../load-balancing/examples'
import { isAbsent, isKnown, isWritten } from '../reading'
import { controllerOf, type ServiceSpec } from '../rollout'
import { defineRule, type Fix, ruleFamily } from '../rule'
import { cpuPolicy, fed, queueDepthTracking, scaled, tracking } from './examples'
import {
  followsUtilization,
  METRIC_TYPE,
  needsTasks,
  PREDEFINED,
  policiesOf,
  predefinedMetric,
  queuesOf,
  type Scaled,
  scaledBy,
  TARGET,
} from './policies'

const TRACKING = 'TargetTrackingScalingPolicyConfiguration'

const putScalingPolicy = {
  ref: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html',
  checked: '2026-11-26',
}
const predefined = {
  ref: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html',
  checked: '2026-11-26',
}
const targetTracking = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-autoscaling-targettracking.html',
  checked: '2026-11-26',
}
const steps = {
  AdjustmentType: 'ChangeInCapacity',
  StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
}

export const scalingMetrics = ruleFamily([
  defineRule({
    id: 'scale-policy-type',
    severity: 'error',
    on: [scalingPolicy],
    title: 'A scaling policy has a type, and the configuration of that type',
    message: 'Say what type of policy it is.',
    variants: { configuration: 'A policy of type {type} needs {member}; add it, or change the type.' },
    why: 'The type tells how the number of tasks is found, and each type has a member for that. PutScalingPolicy needs both to make a policy; without a type it would look for steps.',
    sources: [putScalingPolicy],
    check({ id, element, spec, report }) {
      if (element.existing) return
      const present = Object.entries(policyConfigurations).filter(([, member]) =>
        isWritten(element, `/${member}`),
      )
      const [only, ...others] = present
      const fix =
        only && others.length === 0
          ? setMembers(say`Set the type to ${only[0]}`, id, { '/PolicyType': only[0] })
          : undefined
      if (!isWritten(element, '/PolicyType')) {
        report({ at: '/PolicyType', ...(fix && { fix }) })
        return
      }
      const type = spec.PolicyType ?? ''
      const member = own(policyConfigurations, type)
      if (member === undefined || present.some(([, one]) => one === member)) return
      report({ at: '/PolicyType', variant: 'configuration', values: { type, member }, ...(fix && { fix }) })
    },
    examples: () => ({
      valid: {
        'target tracking': scaled(onFargate()),
        steps: scaled(onFargate(), {
          PolicyType: 'StepScaling',
          StepScalingPolicyConfiguration: steps,
          [TRACKING]: undefined,
        }),
        placeholders: scaled(onFargate(), { PolicyType: '<type>', [TRACKING]: '<configuration>' }),
      },
      invalid: {
        'no type': {
          design: scaled(onFargate(), { PolicyType: undefined }),
          element: 'policy',
          at: '/PolicyType',
        },
        'the wrong type': {
          design: scaled(onFargate(), { PolicyType: 'StepScaling' }),
          element: 'policy',
          at: '/PolicyType',
        },
        'no configuration': {
          design: scaled(onFargate(), { [TRACKING]: undefined }),
          element: 'policy',
          at: '/PolicyType',
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-target-range',
    severity: 'error',
    on: [scalingPolicy],
    needs: ['/TargetTrackingScalingPolicyConfiguration'],
    title: 'A target is above zero, and for CPU and memory at most 100 percent',
    message: 'A target of {value} percent can’t be held; give one above {above} and at most {max}.',
    variants: { positive: 'A target of {value} requests can’t be held; give one above {above}.' },
    why: 'Target tracking adds tasks above the target and takes them away below it. At zero there are never enough tasks; and above the whole of what the tasks have it would hardly ever add one.',
    sources: [{ ref: 'DG-2023:service-autoscaling-targettracking', checked: '2026-11-21' }, predefined],
    check({ id, spec, report }) {
      const value = spec.TargetTrackingScalingPolicyConfiguration?.TargetValue
      const { above, max } = utilizationTarget
      // A metric of one's own may count anything.
      if (value === undefined || !isKnown(predefinedMetric(spec))) return
      const percent = followsUtilization(spec)
      if (value > above && !(percent && value > max)) return
      report({
        at: TARGET,
        values: { value, above, max },
        ...(percent
          ? { fix: setMembers(say`Set the target to ${CPU_TARGET} percent`, id, { [TARGET]: CPU_TARGET }) }
          : { variant: 'positive' }),
      })
    },
    examples: () => ({
      valid: {
        'just all of it': aimed('ECSServiceAverageCPUUtilization', 100),
        'a fraction of a percent': aimed('ECSServiceAverageMemoryUtilization', 0.5),
        'many requests': aimed(REQUEST_COUNT, 1000),
        'a metric of one’s own, which may be below zero': scaled(fed(onFargate()), {
          [TRACKING]: { ...queueDepthTracking, TargetValue: -5 },
        }),
      },
      invalid: {
        'more than all of it': {
          design: aimed('ECSServiceAverageCPUUtilization', 150),
          element: 'policy',
          at: TARGET,
        },
        zero: { design: aimed('ECSServiceAverageMemoryUtilization', 0), element: 'policy', at: TARGET },
        'no requests': { design: aimed(REQUEST_COUNT, 0), element: 'policy', at: TARGET },
      },
    }),
  }),

  defineRule({
    id: 'scale-alb-metric-without-lb',
    severity: 'error',
    on: [scalingPolicy],
    needs: ['/TargetTrackingScalingPolicyConfiguration'],
    title: 'Requests are counted at an Application Load Balancer',
    message:
      'No Application Load Balancer counts the requests of “{service}”; put one in front of it, or scale by CPU.',
    variants: {
      codedeploy:
        'With CodeDeploy requests move from one target group to another, and the count of “{service}” with them; scale by CPU.',
    },
    why: 'ALBRequestCountPerTarget is the count of one target group of an Application Load Balancer. Without one there is nothing to count, and a deployment by CodeDeploy takes the traffic to another group, which the policy does not follow.',
    sources: [targetTracking, predefined],
    check({ id, spec, graph, report }) {
      const service = predefinedMetric(spec) === REQUEST_COUNT ? scaledBy(graph, id) : undefined
      if (!service) return
      const byCodeDeploy = controllerOf(service.spec) === 'CODE_DEPLOY'
      if (!byCodeDeploy && countsRequests(graph, service) !== false) return
      report({
        at: METRIC_TYPE,
        values: { service: nameOf(graph, service.id) },
        ...(byCodeDeploy && { variant: 'codedeploy' }),
        fix: setMembers(say`Scale by CPU at ${CPU_TARGET} percent`, id, {
          [PREDEFINED]: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' },
          [TARGET]: CPU_TARGET,
        }),
      })
    },
    examples: () => ({
      valid: {
        'behind an Application Load Balancer': counted(behindBalancer()),
        'behind a target group that is not drawn': counted(
          onFargate({
            loadBalancers: [{ targetGroupArn: ELSEWHERE, containerName: 'web', containerPort: 80 }],
          }),
        ),
        'by CPU without a load balancer': scaled(onFargate()),
        'a placeholder for the load balancers': counted(onFargate({ loadBalancers: '<load-balancers>' })),
      },
      invalid: {
        'no load balancer': { design: counted(onFargate()), element: 'policy', at: METRIC_TYPE },
        'a Network Load Balancer': {
          design: counted(behindNetworkBalancer()),
          element: 'policy',
          at: METRIC_TYPE,
        },
        CodeDeploy: {
          design: counted(behindBalancer({ deploymentController: { type: 'CODE_DEPLOY' } })),
          element: 'policy',
          at: METRIC_TYPE,
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-zero-metric',
    severity: 'warning',
    on: [scalingPolicy],
    needs: ['/MinCapacity'],
    title: 'A service that goes down to no task follows something that is counted without tasks',
    message:
      'At zero tasks there is nothing to measure, so “{service}” would not start again; follow the length of a queue, or keep one task.',
    why: 'CPU, memory and requests for each task are reported by running tasks. Without one the metric has no data, and a policy does nothing for want of data; the messages in a queue are counted all the same.',
    sources: [targetTracking, { ref: 'ACR:service-scaling-and-updates', checked: '2026-11-21' }],
    check({ id, spec, graph, report }) {
      if (spec.MinCapacity !== 0 || !needsTasks(spec)) return
      const service = scaledBy(graph, id)
      // Another policy of the service may be the one that starts the first task.
      if (!service || policiesOf(graph, service.id).some((one) => !needsTasks(one.spec))) return
      report({
        at: '/MinCapacity',
        values: { service: nameOf(graph, service.id) },
        fix: startAgain(graph, id, service),
      })
    },
    examples: () => ({
      valid: {
        'one task at least': scaled(onFargate({ desiredCount: 1 }), { MinCapacity: 1 }),
        'the length of a queue': scaled(fed(onFargate()), { MinCapacity: 0, [TRACKING]: queueDepthTracking }),
        'CPU beside the length of a queue': both(),
        'steps, of which the metric is not known': scaled(onFargate(), {
          MinCapacity: 0,
          PolicyType: 'StepScaling',
          StepScalingPolicyConfiguration: steps,
          [TRACKING]: undefined,
        }),
      },
      invalid: {
        CPU: { design: scaled(onFargate(), { MinCapacity: 0 }), element: 'policy', at: '/MinCapacity' },
        'CPU of a queue’s worker': {
          design: scaled(fed(onFargate()), { MinCapacity: 0 }),
          element: 'policy',
          at: '/MinCapacity',
        },
        'messages for each task': {
          design: scaled(fed(onFargate()), {
            MinCapacity: 0,
            [TRACKING]: {
              TargetValue: 10,
              CustomizedMetricSpecification: {
                Namespace: 'Shop',
                MetricName: 'BacklogPerTask',
                Statistic: 'Average',
              },
            },
          }),
          element: 'policy',
          at: '/MinCapacity',
        },
      },
    }),
  }),

  defineRule({
    id: 'scale-high-resolution',
    severity: 'error',
    on: [scalingPolicy],
    needs: ['/TargetTrackingScalingPolicyConfiguration'],
    title: 'A high-resolution metric is collected every 20 seconds',
    message:
      '{metric} needs {name} of “{service}” every {seconds} seconds; turn that on in the service’s monitoring.',
    why: 'The metric of the finer grain exists only for services that collect it. AWS documents that it must be turned on in ECS before a policy can follow it.',
    sources: [
      predefined,
      {
        ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
        checked: '2026-11-26',
      },
    ],
    check({ id, spec, graph, report }) {
      const metric = predefinedMetric(spec) ?? ''
      const name = own(highResolution, metric)
      const service = name === undefined ? undefined : scaledBy(graph, id)
      const element = service && graph.element(service.id)
      if (!element || !service || name === undefined || element.existing) return
      const { monitoring } = service.spec
      const unknown = !monitoring?.metricConfigurations && isWritten(element, '/monitoring')
      if (unknown || collects(service.spec, name)) return
      report({
        at: METRIC_TYPE,
        values: { metric, name, service: nameOf(graph, service.id), seconds: HIGH_RESOLUTION },
        fix: collectOften(graph, service.id, name),
      })
    },
    examples: () => ({
      valid: {
        'collected so often': fine({
          metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }],
        }),
        'the plain metric': scaled(onFargate()),
        'a placeholder': fine('<monitoring>'),
      },
      invalid: {
        'nothing said': { design: fine(undefined), element: 'policy', at: METRIC_TYPE },
        'every minute': {
          design: fine({
            metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 60 }],
          }),
          element: 'policy',
          at: METRIC_TYPE,
        },
      },
    }),
  }),
])

function aimed(metric: string, target: number) {
  return scaled(behindBalancer(), { [TRACKING]: tracking(metric, target) })
}

function counted(design: ReturnType<typeof onFargate>) {
  return scaled(design, { [TRACKING]: tracking(REQUEST_COUNT, 1000) })
}

function both() {
  const design = scaled(fed(onFargate()), { MinCapacity: 0, [TRACKING]: queueDepthTracking })
  return {
    ...design,
    elements: { ...design.elements, second: cpuPolicy({ PolicyName: 'second', MinCapacity: 0 }) },
  }
}

function fine(monitoring: unknown) {
  return scaled(onFargate({ monitoring }), {
    [TRACKING]: tracking('ECSServiceAverageCPUUtilizationHighResolution'),
  })
}

/** Undefined where the load balancers, or one of their kinds, are not known. */
function countsRequests(graph: Graph, { id, spec }: Scaled): boolean | undefined {
  const element = graph.element(id)
  if (!spec.loadBalancers && element && isWritten(element, '/loadBalancers')) return undefined
  const kinds = frontsOf(graph, id).map(({ kind }) => kind)
  return kinds.includes('application') || (kinds.includes(undefined) ? undefined : false)
}

function startAgain(graph: Graph, policy: string, service: Scaled): Fix {
  const [queue] = queuesOf(graph, service.id)
  return queue === undefined || !isAbsent(service.spec.loadBalancers)
    ? setMembers('Keep one task at least', policy, { '/MinCapacity': 1 })
    : setMembers(say`Follow the messages that wait in “${nameOf(graph, queue)}”`, policy, {
        [`/${TRACKING}`]: queueTracking(queue),
      })
}

function collects({ monitoring }: ServiceSpec, name: string): boolean {
  return (monitoring?.metricConfigurations ?? []).some(
    ({ metricNames, resolutionSeconds }) =>
      resolutionSeconds === HIGH_RESOLUTION && metricNames?.includes(name),
  )
}

function collectOften(graph: Graph, service: string, name: string): Fix {
  return {
    title: say`Collect ${name} of “${nameOf(graph, service)}” every ${HIGH_RESOLUTION} seconds`,
    apply: (draft) => {
      const spec = draft.elements[service]?.spec
      const list = valueAt(spec, '/monitoring/metricConfigurations')
      const found = Array.isArray(list)
        ? list.find(
            (one) => isObject(one) && Array.isArray(one.metricNames) && one.metricNames.includes(name),
          )
        : undefined
      if (found) found.resolutionSeconds = HIGH_RESOLUTION
      else if (spec) {
        const metric = { metricNames: [name], resolutionSeconds: HIGH_RESOLUTION }
        setAt(spec, '/monitoring/metricConfigurations/-', metric)
      }
    },
  }
}
