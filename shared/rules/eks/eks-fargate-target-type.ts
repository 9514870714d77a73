import { defaultTargetType } from '../../aws/facts/target-types'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { targetGroup } from '../../elements/target-group'
import { nameOf, outgoing } from '../../graph/graph'
import { isOnFargate } from '../../graph/pods'
import { element, link } from '../examples'
import { setMembers } from '../fixes'
import { isUnknown } from '../reading'
import { defineRule } from '../rule'
import { eks, nodes, profile, workload } from './examples'

const at = '/TargetType'

export const eksFargateTargetType = defineRule({
  id: 'eks-fargate-target-type',
  severity: 'error',
  on: [targetGroup],
  title: 'Load balancers reach pods on Fargate by address',
  message: 'Pods of “{workload}” run on Fargate and are reached by address; set the target type to ip.',
  why: 'Targets of type instance are EC2 instances, and a pod on Fargate is on none that anybody can register. Its own address can be registered instead.',
  sources: [{ ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html', checked: '2026-11-26' }],
  check({ id, spec, graph, report }) {
    const type = spec.TargetType || defaultTargetType
    if (type === 'ip' || isUnknown(type)) return
    const pods = outgoing(graph, id, 'forwards').find(
      ({ to }) => graph.element(to)?.kind === kubernetesWorkload.kind && isOnFargate(graph, to) === true,
    )
    if (!pods) return
    report({
      at,
      values: { workload: nameOf(graph, pods.to) },
      fix: setMembers('Set the target type to ip', id, { [at]: 'ip' }),
    })
  },
  examples: () => ({
    valid: {
      ip: reached({ TargetType: 'ip' }, { fargate: profile() }),
      'instance, for pods on nodes': reached({ TargetType: 'instance' }, { nodes }),
      'a placeholder': reached({ TargetType: '<type>' }, { fargate: profile() }),
    },
    invalid: {
      instance: {
        design: reached({ TargetType: 'instance' }, { fargate: profile() }),
        element: 'targets',
        at,
      },
      'left out, which means instance': {
        design: reached({}, { fargate: profile() }),
        element: 'targets',
        at,
      },
    },
  }),
})

function reached(spec: Readonly<Record<string, string>>, capacity: Parameters<typeof eks>[0]) {
  const targets = element('target-group', { Name: 'web', Protocol: 'HTTP', Port: 80, ...spec })
  const web = workload()
  return { ...eks({ ...capacity, targets, web }), connections: { one: link('targets', 'forwards', 'web') } }
}
