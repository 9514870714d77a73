import { capacityProvider } from '../elements/capacity-provider'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const capacityProviderFigure = defineFigure({
  kind: capacityProvider,
  draw: (context) => {
    const { managedInstancesProvider, autoScalingGroupProvider } = context.spec
    const source = managedInstancesProvider
      ? 'Managed Instances'
      : autoScalingGroupProvider && 'Auto Scaling group'
    return node(context, { fact: source || 'Capacity provider' })
  },
})
