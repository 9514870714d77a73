import { vpcEndpoint } from '../elements/vpc-endpoint'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const vpcEndpointFigure = defineFigure({
  kind: vpcEndpoint,
  draw: (context) => {
    const { VpcEndpointType, ServiceName } = context.spec
    return node(context, { facts: [VpcEndpointType ?? 'Gateway', shortService(ServiceName)] })
  },
})

/** `com.amazonaws.eu-west-1.ecr.api` is known as `ecr.api`. */
function shortService(name: string | undefined): string | undefined {
  return name?.replace(/^(cn\.)?com\.amazonaws\.[\w-]+\./, '')
}
