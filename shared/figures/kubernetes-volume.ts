import { kubernetesVolume } from '../elements/kubernetes-volume'
import { DRIVERS } from '../elements/parts/persistent'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { modes } from './forms/access-modes'
import { driverName } from './forms/csi-drivers'
import { node } from './forms/node'

export const kubernetesVolumeFigure = defineFigure({
  kind: kubernetesVolume,
  draw: (context) => {
    const { csi, accessModes, capacity } = context.spec.spec ?? {}
    return node(context, {
      facts: [driverName(csi?.driver), csi?.driver !== DRIVERS.efs && capacity?.storage, modes(accessModes)],
      otherwise: term('Persistent volume'),
    })
  },
})
