import { codedeployDeploymentGroup } from '../elements/codedeploy-deployment-group'
import { say, type Text, term } from '../texts/text'
import { defineFigure } from './figure'
import { node } from './forms/node'

export const codedeployDeploymentGroupFigure = defineFigure({
  kind: codedeployDeploymentGroup,
  draw: (context) => node(context, { facts: [pace(context.spec.deploymentConfigName) ?? 'CodeDeploy'] }),
})

/** `CodeDeployDefault.ECSCanary10Percent5Minutes` is `canary 10 %, 5 min`; a configuration of one's own keeps its name. */
function pace(configuration: string | undefined): Text | undefined {
  if (configuration === 'CodeDeployDefault.ECSAllAtOnce') return term('all at once')
  const [, way, share = '', minutes = ''] = GRADUAL.exec(configuration ?? '') ?? []
  if (way === undefined) return configuration
  return way === 'Canary' ? say`canary ${share} %, ${minutes} min` : say`linear ${share} %, ${minutes} min`
}

const GRADUAL = /^CodeDeployDefault\.ECS(Canary|Linear)(\d+)Percent(?:Every)?(\d+)Minutes$/
