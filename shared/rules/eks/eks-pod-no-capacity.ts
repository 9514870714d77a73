import { eksCluster } from '../../elements/eks-cluster'
import { eksFargateProfile } from '../../elements/eks-fargate-profile'
import { eksNodeGroup } from '../../elements/eks-node-group'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { elementsOfKind, type Graph } from '../../graph/graph'
import { hasNodes, namespaceOf, profilesOf, workloadsIn } from '../../graph/pods'
import { specOf } from '../../graph/spec'
import { element } from '../examples'
import { isAbsent, isKnown, isUnknown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { addFargateProfile, addNodeGroup } from './capacity'
import { eks, nodes, profile, workload } from './examples'
import { needsNode } from './pod-members'

export const eksPodNoCapacity = defineRule({
  id: 'eks-pod-no-capacity',
  severity: 'error',
  on: [eksCluster],
  title: 'Pods need nodes or a Fargate profile',
  message: 'Nothing in this cluster can run pods; add a node group or a Fargate profile.',
  why: 'An EKS cluster is a control plane. Its pods run on nodes, or on Fargate where a profile picks them; without either they stay pending.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-compute.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, graph, report }) {
    // What an existing cluster has besides is not drawn.
    if (!isAbsent(element.existing) || workloadsIn(graph, id).length === 0) return
    if (hasNodes(graph, id) || profilesOf(graph, id).length > 0 || isSomewhereYet(graph)) return
    report({ at: '', fix: capacityFix(graph, id) })
  },
  examples: () => ({
    valid: {
      'a node group': eks({ nodes, web: workload() }),
      'a Fargate profile': eks({ fargate: profile(), web: workload() }),
      'Auto Mode, which brings nodes': eks({ web: workload() }, { computeConfig: { enabled: true } }),
      'a Fargate profile whose cluster is not known yet': eks({
        fargate: element('eks-fargate-profile', {
          clusterName: '<cluster>',
          selectors: [{ namespace: 'default' }],
        }),
        web: workload(),
      }),
      'no pods': eks({}),
      'a cluster that exists already, of which not all is drawn': {
        ...eks({ web: workload() }),
        elements: {
          shop: element(
            'eks-cluster',
            { name: 'shop' },
            { existing: { arn: 'arn:aws:eks:eu-west-1:123456789012:cluster/shop' } },
          ),
          web: workload(),
        },
      },
    },
    invalid: {
      'a Deployment': { design: eks({ web: workload() }), element: 'shop', at: '' },
      'a DaemonSet, which is for nodes': {
        design: eks({ agent: workload({ kind: 'DaemonSet' }) }),
        element: 'shop',
        at: '',
      },
    },
  }),
})

/** Is there capacity whose cluster is not known yet? It may be this one. */
function isSomewhereYet(graph: Graph): boolean {
  return [eksNodeGroup.kind, eksFargateProfile.kind]
    .flatMap((kind) => elementsOfKind(graph, kind))
    .some((one) => isUnknown(graph.element(one)?.spec.clusterName))
}

/** Fargate, unless one of the pods needs more than it has. */
function capacityFix(graph: Graph, id: string): Fix {
  const pods = workloadsIn(graph, id)
  const manifests = pods
    .map((one) => specOf(graph, kubernetesWorkload, one))
    .filter((one) => one !== undefined)
  const namespaces = [...new Set(pods.map((one) => namespaceOf(graph, one)))]
  if (manifests.some(needsNode) || !namespaces.every(isKnown)) return addNodeGroup(id)
  return addFargateProfile(id, namespaces)
}
