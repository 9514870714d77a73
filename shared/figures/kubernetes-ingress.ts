import type { z } from 'zod'
import { kubernetesIngress } from '../elements/kubernetes-ingress'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { count } from './forms/marks'
import { node } from './forms/node'

type Spec = z.output<typeof kubernetesIngress.spec>

export const kubernetesIngressFigure = defineFigure({
  kind: kubernetesIngress,
  draw: (context) => {
    const { metadata, spec } = context.spec
    const hosts = new Set((spec?.rules ?? []).flatMap(({ host }) => host ?? []))
    const [host] = hosts
    return node(context, {
      facts: [
        isAlb(context.spec) ? 'ALB' : spec?.ingressClassName,
        hosts.size === 1 ? host : count(hosts.size, 'host'),
        hosts.size === 0 && metadata?.annotations?.['alb.ingress.kubernetes.io/scheme'],
      ],
      otherwise: term('Ingress'),
    })
  },
})

function isAlb({ metadata, spec }: Spec): boolean {
  return (spec?.ingressClassName ?? metadata?.annotations?.['kubernetes.io/ingress.class']) === 'alb'
}
