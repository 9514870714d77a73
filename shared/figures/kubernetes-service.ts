import type { z } from 'zod'
import { kubernetesService } from '../elements/kubernetes-service'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

type Spec = z.output<typeof kubernetesService.spec>

export const kubernetesServiceFigure = defineFigure({
  kind: kubernetesService,
  draw: (context) =>
    node(context, { facts: [type(context.spec), ports(context.spec)], otherwise: term('Service') }),
})

function type({ spec }: Spec): string {
  if (spec?.clusterIP === 'None') return 'headless'
  return spec?.loadBalancerClass === 'service.k8s.aws/nlb' ? 'NLB' : (spec?.type ?? 'ClusterIP')
}

function ports({ spec }: Spec): string {
  return (spec?.ports ?? [])
    .map(({ port, targetPort }) => {
      const to = typeof targetPort === 'number' || typeof targetPort === 'string' ? targetPort : port
      return to === port ? `${port ?? '?'}` : `${port ?? '?'}→${to}`
    })
    .join(', ')
}
