import { eksCluster } from '../../elements/eks-cluster'
import { term } from '../../texts/text'
import { defineCost } from '../cost'
import { hoursOf } from '../inputs'
import { perHour } from '../simple'

/** A control plane is billed by the hour, in standard support. https://aws.amazon.com/eks/pricing/ */
export const eks = defineCost({
  id: 'eks',
  on: [eksCluster.kind],
  charges: (context) => perHour(term('EKS control plane'), hoursOf(context), 'eks-hour'),
})
