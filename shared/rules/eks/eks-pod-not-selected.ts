import { SELECTORS } from '../../aws/facts/fargate-profiles'
import { sameJson } from '../../basics/json'
import { kubernetesWorkload } from '../../elements/kubernetes-workload'
import { eksClusterOf, hasNodes, isOnFargate, namespaceOf, profilesOf } from '../../graph/pods'
import { say } from '../../texts/text'
import { isKnown } from '../reading'
import { defineRule, type Fix } from '../rule'
import { eks, nodes, profile, workload } from './examples'

export const eksPodNotSelected = defineRule({
  id: 'eks-pod-not-selected',
  severity: 'error',
  on: [kubernetesWorkload],
  title: 'Without nodes, a Fargate profile picks every pod',
  message:
    'No Fargate profile picks these pods of namespace “{namespace}”, and there are no nodes; add a selector.',
  why: 'Fargate runs only pods that a selector of one of the cluster’s profiles fits, by namespace and labels. The others wait for a node, and stay pending where there is none.',
  sources: [
    { ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate.html', checked: '2026-11-26' },
    {
      ref: 'https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, spec, graph, report }) {
    // A DaemonSet needs nodes anyway.
    if (spec.kind === 'DaemonSet' || isOnFargate(graph, id) !== false) return
    const home = eksClusterOf(graph, id)
    if (home === undefined || hasNodes(graph, home)) return
    const [first] = profilesOf(graph, home)
    if (first === undefined) return
    const namespace = namespaceOf(graph, id)
    report({ at: '', values: { namespace }, ...(isKnown(namespace) && { fix: select(first, namespace) }) })
  },
  examples: () => ({
    valid: {
      picked: eks({ fargate: profile('shop'), web: workload({ namespace: 'shop' }) }),
      'picked with a star': eks({ fargate: profile('sh*'), web: workload({ namespace: 'shop' }) }),
      'not picked, but there are nodes': eks({
        nodes,
        fargate: profile('shop'),
        web: workload({ namespace: 'web' }),
      }),
      'a namespace that is not known yet': eks({
        fargate: profile('shop'),
        web: workload({ namespace: '{{namespace}}' }),
      }),
    },
    invalid: {
      'another namespace': {
        design: eks({ fargate: profile('shop'), web: workload({ namespace: 'web' }) }),
        element: 'web',
        at: '',
      },
    },
  }),
})

function select(profile: string, namespace: string): Fix {
  return {
    title: say`Let the Fargate profile pick namespace “${namespace}”`,
    apply: (draft) => {
      const spec = draft.elements[profile]?.spec
      if (!spec) return
      const selectors: unknown[] = Array.isArray(spec.selectors) ? spec.selectors : []
      const wanted = { namespace }
      if (selectors.length >= SELECTORS || selectors.some((one) => sameJson(one, wanted))) return
      spec.selectors = [...selectors, wanted]
    },
  }
}
