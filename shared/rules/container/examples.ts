/** Builders for the examples of several rules about containers. */
import type { Design, Spec } from '../../design/design'
import { container, drawing, fargateTask } from '../examples'

/** Containers that set kernel parameters, one for each set of them. */
export function controlling(...sets: readonly Readonly<Record<string, string>>[]): Spec {
  return {
    containerDefinitions: sets.map((parameters, i) =>
      container({
        name: `app-${i}`,
        memory: 256,
        systemControls: Object.entries(parameters).map(([namespace, value]) => ({ namespace, value })),
      }),
    ),
  }
}

/** A task of one container with a health check. */
export function checking(healthCheck: Spec): Design {
  return drawing({ task: fargateTask({ containerDefinitions: [container({ healthCheck })] }) })
}
