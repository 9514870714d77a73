import { imageRegistry } from '../elements/image-registry'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const imageRegistryFigure = defineFigure({
  kind: imageRegistry,
  draw: (context) =>
    node(context, { fact: context.spec.host === 'docker.io' ? 'Docker Hub' : 'Image registry' }),
})
