/** Small drawings of EKS for the examples of rules. */
import type { Element, Spec } from '../../design/design'
import { drawing, element } from '../examples'

/** An EKS cluster `shop` with what is drawn beside and in it. */
export function eks(elements: Readonly<Record<string, Element>>, cluster: Spec = {}) {
  return drawing({ shop: element('eks-cluster', { name: 'shop', ...cluster }), ...elements })
}

/** A node group of it. */
export const nodes = element('eks-node-group', { nodegroupName: 'nodes', clusterName: '@{shop}' })

/** A Fargate profile of it, for the pods of a namespace. */
export function profile(namespace = 'default'): Element {
  return element('eks-fargate-profile', {
    fargateProfileName: 'fargate',
    clusterName: '@{shop}',
    selectors: [{ namespace }],
  })
}

/** A Deployment in it, unless another kind or another frame is said; `container` and `pod` are members of its pods. */
export function workload({
  kind = 'Deployment',
  inside = 'shop',
  namespace = 'default',
  container = {},
  pod = {},
}: {
  readonly kind?: string
  readonly inside?: string
  readonly namespace?: string
  readonly container?: Spec
  readonly pod?: Spec
} = {}): Element {
  const containers = [{ name: 'web', image: 'public.ecr.aws/nginx/nginx:1.27', ...container }]
  return element(
    'kubernetes-workload',
    {
      apiVersion: 'apps/v1',
      kind,
      metadata: { name: 'web', namespace },
      spec: { template: { metadata: { labels: { app: 'web' } }, spec: { containers, ...pod } } },
    },
    { inside },
  )
}
