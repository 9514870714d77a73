import { toText } from '../../basics/convert'
import { refer, referencesIn } from '../../design/references'
import { cluster } from '../../elements/cluster'
import { eksCluster } from '../../elements/eks-cluster'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { service as serviceKind } from '../../elements/service'
import { task as taskKind } from '../../elements/task'
import { type Graph, nameOf, onlyDrawn } from '../../graph/graph'
import { orchestratorOf } from '../../graph/pods'
import { say } from '../../texts/text'
import { drawing, element, fargateTask, inSubnets, service } from '../examples'
import { defineRule, type Fix } from '../rule'
import { eks, nodes, workload } from './examples'

export const eksNodeInEcs = defineRule({
  id: 'eks-node-in-ecs',
  severity: 'error',
  refusesLine: true,
  on: [serviceKind, taskKind, kubernetesWorkload],
  title: 'ECS runs in ECS clusters, Kubernetes in EKS clusters',
  message: '“{name}” is for ECS, but “{cluster}” is an EKS cluster; move it into an ECS cluster.',
  variants: {
    workload: '“{name}” is for Kubernetes, but “{cluster}” is an ECS cluster; move it into an EKS cluster.',
  },
  why: 'ECS and EKS both start containers, each from descriptions of its own: ECS from task definitions, Kubernetes from manifests. EKS is Kubernetes without ECS, so neither cluster can run what is made for the other.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/eks/latest/userguide/what-is-eks.html',
      checked: '2026-11-21',
    },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, graph, report }) {
    const isPods = element.kind === kubernetesWorkload.kind
    const foreign = isPods ? cluster.kind : eksCluster.kind
    const named = isPods ? undefined : referencesIn(toText(element.spec.cluster ?? ''))[0]?.id
    const home = [named, orchestratorOf(graph, id)].find((one) => kindAt(graph, one) === foreign)
    if (home === undefined) return
    const fix = moveFix(graph, id, isPods)
    report({
      at: home === named ? '/cluster' : '',
      values: { name: nameOf(graph, id), cluster: nameOf(graph, home) },
      ...(isPods && { variant: 'workload' }),
      ...(fix && { fix }),
    })
  },
  examples: () => ({
    valid: {
      'a service in an ECS cluster': drawing({
        main: element('cluster', { clusterName: 'main' }),
        task: fargateTask(),
        web: service({ cluster: '@{main}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
      }),
      'a Deployment in an EKS cluster': eks({ nodes, web: workload() }),
      'a Deployment in no cluster': drawing({
        main: element('cluster', { clusterName: 'main' }),
        web: element('kubernetes-workload', { kind: 'Deployment', metadata: { name: 'web' } }),
      }),
    },
    invalid: {
      'a service that names an EKS cluster': {
        design: eks({
          nodes,
          task: fargateTask(),
          web: service({ cluster: '@{shop}', launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'web',
        at: '/cluster',
      },
      'a service drawn in an EKS cluster, beside an ECS cluster': {
        design: eks({
          nodes,
          main: element('cluster', { clusterName: 'main' }),
          task: fargateTask(),
          web: {
            ...service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
            inside: 'shop',
          },
        }),
        element: 'web',
        at: '',
      },
      'a Deployment in an ECS cluster, beside an EKS cluster': {
        design: eks({
          nodes,
          main: element('cluster', { clusterName: 'main' }),
          web: workload({ inside: 'main' }),
        }),
        element: 'web',
        at: '',
      },
    },
  }),
})

function kindAt(graph: Graph, id: string | undefined): string | undefined {
  return id === undefined ? undefined : graph.element(id)?.kind
}

/** Into the only cluster of the right sort; which one of several is a decision. */
function moveFix(graph: Graph, id: string, isPods: boolean): Fix | undefined {
  const home = onlyDrawn(graph, isPods ? eksCluster.kind : cluster.kind)
  if (home === undefined) return undefined
  return {
    title: say`Move it into “${nameOf(graph, home)}”`,
    apply: (draft) => {
      const element = draft.elements[id]
      if (!element || !draft.elements[home]) return
      if (isPods) element.inside = home
      else {
        delete element.inside
        element.spec.cluster = refer(home)
      }
    },
  }
}
