import { kubernetesStorageClass } from '../elements/kubernetes-storage-class'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { driverName } from './forms/csi-drivers'
import { node } from './forms/node'

export const kubernetesStorageClassFigure = defineFigure({
  kind: kubernetesStorageClass,
  draw: (context) => {
    const { provisioner, parameters } = context.spec
    return node(context, {
      facts: [driverName(provisioner), parameters?.type],
      otherwise: term('Storage class'),
    })
  },
})
