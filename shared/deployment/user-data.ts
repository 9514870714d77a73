/** User data of EC2 instances, in the Base64 that EC2 takes; instances of a drawn cluster are told to join it. */
import { textAt } from '../elements/parts/reading'
import { osOfImage, providersOf } from '../graph/capacity'
import { incoming, outgoing, resolved } from '../graph/graph'
import { say } from '../texts/text'
import { fromBase64, toBase64 } from './base64'
import type { Making } from './maker'

/** The Base64 of what instances run at their first start; undefined where there is nothing to say. */
export function userDataOf(making: Making, data: unknown, at: string): string | undefined {
  const { graph, name, note } = making
  const written = textAt(data, '/UserData')
  // Base64 can't be filled in later, so what the drawing knows is put in before.
  if (written !== undefined)
    return fromBase64(written) === undefined ? toBase64(resolved(graph, written)) : written
  const cluster = clusterOf(making)
  if (cluster === undefined) return undefined
  const joined = resolved(graph, cluster)
  const script = joining(joined, textAt(data, '/ImageId'))
  note(
    'added',
    say`Instances of “${name}” join cluster “${joined}” by user data, which the drawing does not hold.`,
    `${at}/UserData`,
  )
  return toBase64(script)
}

/** The name of the one cluster that the instances are for, in the design's words. */
function clusterOf({ graph, id, element }: Making): string | undefined {
  const own = textAt(element.spec, '/cluster')
  if (own !== undefined) return own.startsWith('arn:') ? own.split('/').at(-1) : own
  const providers = providersOf(graph, id)
  const clusters = new Set(
    providers.flatMap((provider) => [
      ...incoming(graph, provider, 'provides').map(({ from }) => from),
      ...outgoing(graph, provider, 'in-cluster').map(({ to }) => to),
    ]),
  )
  const drawn = [...clusters].filter((one) => graph.element(one)?.kind === 'cluster')
  return drawn.length === 1 ? `@{${drawn[0]}.name}` : undefined
}

function joining(cluster: string, image: string | undefined): string {
  if (image !== undefined && /bottlerocket/i.test(image)) return `[settings.ecs]\ncluster = "${cluster}"\n`
  if (osOfImage(image) === 'WINDOWS') {
    return `<powershell>\nInitialize-ECSAgent -Cluster '${cluster}' -EnableTaskIAMRole\n</powershell>\n`
  }
  return `#!/bin/bash\necho ECS_CLUSTER=${cluster} >> /etc/ecs/ecs.config\n`
}
