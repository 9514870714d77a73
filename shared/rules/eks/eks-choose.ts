import { cluster } from '../../elements/cluster'
import { eksCluster } from '../../elements/eks-cluster'
import { externalSystem } from '../../elements/external-system'
import { hasTrait } from '../../elements/traits'
import { elementsOfKind, type Graph } from '../../graph/graph'
import { specOf } from '../../graph/spec'
import { drawing, element } from '../examples'
import { defineRule } from '../rule'
import { eks, nodes, workload } from './examples'

const main = element('cluster', { clusterName: 'main' })
const old = element('external-system', { type: 'Kubernetes cluster' })

export const eksChoose = defineRule({
  id: 'eks-choose',
  severity: 'advice',
  on: [cluster],
  title: 'Where Kubernetes is at home, EKS may fit better',
  message:
    'EKS keeps Kubernetes with its tools and its portability, ECS is simpler to run on AWS alone; decide which matters more here.',
  why: 'Manifests, charts and operators of a team that knows Kubernetes move to EKS as they are, and to other clouds later. On ECS they are written anew as task definitions and services, and there is less to run and to learn.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/decision-guides/latest/containers-on-aws-how-to-choose/choosing-aws-container-service.html',
      checked: '2026-11-21',
    },
  ],
  check({ element, graph, report }) {
    const wanted = hasTrait(element, 'multi-cloud') || hasTrait(element, 'kubernetes')
    if (wanted || replacesKubernetes(graph)) report({ at: '' })
  },
  examples: () => ({
    valid: {
      'an ECS cluster of which nothing is said': drawing({ main }),
      EKS: eks({ nodes, web: workload() }),
      'a Kubernetes cluster outside, and EKS beside ECS': drawing({
        main,
        old,
        shop: element('eks-cluster', { name: 'shop' }),
      }),
    },
    invalid: {
      'a team that runs Kubernetes': {
        design: drawing({ main: { ...main, traits: ['kubernetes'] } }),
        element: 'main',
        at: '',
      },
      'several clouds': {
        design: drawing({ main: { ...main, traits: ['multi-cloud'] } }),
        element: 'main',
        at: '',
      },
      'a Kubernetes cluster outside': { design: drawing({ main, old }), element: 'main', at: '' },
    },
  }),
})

/** Something outside is Kubernetes, and nobody has drawn EKS for it. */
function replacesKubernetes(graph: Graph): boolean {
  const outside = elementsOfKind(graph, externalSystem.kind)
  if (!outside.some((id) => specOf(graph, externalSystem, id)?.type === 'Kubernetes cluster')) return false
  return elementsOfKind(graph, eksCluster.kind).length === 0
}
