import { membersOfStrategy } from '../../aws/facts/deployments'
import { removeAt, setAt } from '../../basics/json'
import type { DesignDraft } from '../../design/edit'
import { removeMember } from '../fixes'
import type { Fix } from '../rule'

/** The way back to a rolling update, which asks for nothing but tasks. */
export function rollingFix(service: string): Fix {
  return {
    title: 'Set the deployment strategy to ROLLING',
    apply: (draft) => toRolling(draft, service),
  }
}

/** Without a controller of its own a service is deployed by ECS, with a rolling update. */
export function deployByEcs(service: string): Fix {
  return removeMember('Let ECS deploy the service', service, '/deploymentController')
}

/** Sets the strategy, and takes away what only another strategy has. */
export function toRolling(draft: DesignDraft, service: string): void {
  const spec = draft.elements[service]?.spec
  if (!spec) return
  setAt(spec, '/deploymentConfiguration/strategy', 'ROLLING')
  for (const [member, strategy] of Object.entries(membersOfStrategy)) {
    if (strategy !== 'ROLLING') removeAt(spec, `/deploymentConfiguration/${member}`)
  }
}
