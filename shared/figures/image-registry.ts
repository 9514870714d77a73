import { imageRegistry } from '../elements/image-registry'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const imageRegistryFigure = defineFigure({
  kind: imageRegistry,
  draw: (context) =>
    node(context, { facts: [context.spec.host === 'docker.io' ? 'Docker Hub' : term('Image registry')] }),
})
