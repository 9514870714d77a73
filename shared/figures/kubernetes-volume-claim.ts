import { kubernetesVolumeClaim } from '../elements/kubernetes-volume-claim'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { modes } from './forms/access-modes'
import { node } from './forms/node'

export const kubernetesVolumeClaimFigure = defineFigure({
  kind: kubernetesVolumeClaim,
  draw: (context) => {
    const { resources, accessModes } = context.spec.spec ?? {}
    return node(context, {
      facts: [resources?.requests?.storage, modes(accessModes)],
      otherwise: term('Volume claim'),
    })
  },
})
