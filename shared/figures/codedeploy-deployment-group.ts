import { codedeployDeploymentGroup } from '../elements/codedeploy-deployment-group'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const codedeployDeploymentGroupFigure = defineFigure({
  kind: codedeployDeploymentGroup,
  draw: (context) => node(context, { fact: pace(context.spec.deploymentConfigName) ?? 'CodeDeploy' }),
})

/** `CodeDeployDefault.ECSCanary10Percent5Minutes` is `canary 10 %, 5 min`; a configuration of one's own keeps its name. */
function pace(configuration: string | undefined): string | undefined {
  if (configuration === 'CodeDeployDefault.ECSAllAtOnce') return 'all at once'
  return configuration?.replace(
    /^CodeDeployDefault\.ECS(Canary|Linear)(\d+)Percent(?:Every)?(\d+)Minutes$/,
    (_, way: string, share: string, minutes: string) => `${way.toLowerCase()} ${share} %, ${minutes} min`,
  )
}
