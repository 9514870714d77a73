import { capacityProvider } from '../elements/capacity-provider'
import { term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const capacityProviderFigure = defineFigure({
  kind: capacityProvider,
  draw: (context) => {
    const { managedInstancesProvider, autoScalingGroupProvider } = context.spec
    const source = managedInstancesProvider
      ? term('Managed Instances')
      : autoScalingGroupProvider && term('Auto Scaling group')
    return node(context, { facts: [source], otherwise: term('Capacity provider') })
  },
})
