/** What gives a use the role or the permission that it lacks. */
import { roleNames, roleUses } from '../aws/facts/role-uses'
import type { DesignDraft } from '../design/edit'
import { grantUse } from '../graph/grant'
import { type Graph, nameOf } from '../graph/graph'
import type { RoleAnswer } from '../graph/role-for'
import type { Use } from '../graph/usage/use'
import { attachExecutionRole } from '../rules/fixes'
import { attachTaskRoleFor } from '../rules/fixes-roles'
import { say, type Text, term } from '../texts/text'
import type { Consequence } from './consequence'

const ROLES =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html'

/** The role attached, or the permission added; undefined where nothing is missing or somebody has to decide. */
export function roleRemedy(graph: Graph, answer: RoleAnswer): Consequence | undefined {
  const { use, role, element, actions, missing, named } = answer
  const reason = say`The ${term(roleNames[role])} ${term(roleUses[use.use].does)}.`
  if (missing === 'role' && named && (role === 'task' || role === 'execution')) {
    return missingRole(graph, use, role, named.element, reason)
  }
  if (missing !== 'permission' || element === undefined) return undefined
  return {
    id: `permission-${element}-${use.use}`,
    title: say`Allow role “${nameOf(graph, element)}” ${actions.join(', ')}`,
    reason,
    source: ROLES,
    apply: (draft) => grantUse(draft, element, use, actions),
  }
}

function missingRole(
  graph: Graph,
  use: Use,
  role: 'task' | 'execution',
  definition: string,
  reason: Text,
): Consequence {
  return {
    id: `${role}-role`,
    title: say`Give “${nameOf(graph, definition)}” a ${term(roleNames[role])} that may do just that`,
    reason,
    source: ROLES,
    apply: (draft) => {
      if (role === 'task') attachTaskRoleFor(draft, definition, [use])
      else attachExecutionRoleFor(draft, definition, use)
    },
  }
}

/** The managed policy of the execution role allows most of it already. */
function attachExecutionRoleFor(draft: DesignDraft, definition: string, use: Use): void {
  const made = attachExecutionRole(draft, definition)
  if (made !== undefined && roleUses[use.use].policy === undefined) grantUse(draft, made, use)
}
