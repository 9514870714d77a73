import { type RoleKind, roleNames, roleUses } from '../aws/facts/role-uses'
import { textAt } from '../elements/parts/reading'
import { grantUse } from '../graph/grant'
import { type Graph, nameOf } from '../graph/graph'
import { type RoleAnswer, roleFor } from '../graph/role-for'
import { launchTypesOf, runsOf } from '../graph/runs'
import { usesOf } from '../graph/usage'
import type { Use } from '../graph/usage/use'
import { attachExecutionRole, attachTaskRole } from '../rules/fixes'
import { type Consequence, defineConsequences } from './consequence'

const ROLES =
  'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-ecs-iam-role-overview.html'

/** Whoever pulls, reads, writes or calls over the new line gets the role and the permission for it. */
export const permissionConsequences = defineConsequences({
  meanings: ['pulls', 'reads', 'logs-to', 'mounts', 'calls', 'feeds'],
  follow({ graph, line }) {
    const user = [line.from, line.to].find((id) => graph.design.elements[id]?.kind === 'task-definition')
    if (user === undefined) return []
    const other = user === line.from ? line.to : line.from
    const seen = new Set<string>()
    return usesOf(graph, user)
      .filter((use) => use.target === other)
      .flatMap((use) => answers(graph, user, use).map((answer) => part(graph, user, use, answer)))
      .filter((one): one is Consequence => {
        const fresh = one !== undefined && !seen.has(one.id)
        if (one) seen.add(one.id)
        return fresh
      })
  },
})

/** One answer for each way in which the definition is run; for none when nobody knows how. */
function answers(graph: Graph, definition: string, use: Use): readonly RoleAnswer[] {
  const runs = runsOf(graph, definition)
  if (runs.length > 0) return runs.map((run) => roleFor(graph, use, run))
  const launches = [...launchTypesOf(graph, definition)]
  return (launches.length > 0 ? launches : [undefined]).map((launch) =>
    roleFor(graph, use, { taskDefinition: definition, launch }),
  )
}

function part(graph: Graph, definition: string, use: Use, answer: RoleAnswer): Consequence | undefined {
  const { does } = roleUses[use.use]
  const reason = `The ${roleNames[answer.role]} ${does}.`
  if (answer.missing === 'role' && (answer.role === 'task' || answer.role === 'execution')) {
    return missingRole(graph, definition, use, answer.role, reason)
  }
  const { element } = answer
  if (answer.missing !== 'permission' || element === undefined) return undefined
  const actions = answer.actions.join(', ')
  return {
    id: `permission-${element}-${use.use}`,
    title: `Allow role “${nameOf(graph, element)}” ${actions}`,
    reason,
    source: ROLES,
    apply: (draft) => grantUse(draft, element, use, answer.actions),
  }
}

function missingRole(
  graph: Graph,
  definition: string,
  use: Use,
  role: RoleKind,
  reason: string,
): Consequence {
  const family = textAt(graph.design.elements[definition]?.spec, '/family') ?? definition
  const member = role === 'task' ? 'taskRoleArn' : 'executionRoleArn'
  return {
    id: `${role}-role`,
    title: `Give “${nameOf(graph, definition)}” a ${roleNames[role]} that may do just that`,
    reason,
    source: ROLES,
    apply: (draft) => {
      if (role === 'task') attachTaskRole(draft, definition, `${family}-task-role`)
      else attachExecutionRole(draft, definition)
      const named = textAt(draft.elements[definition]?.spec, `/${member}`)
      const made = /^@\{([^}.]+)\}$/.exec(named ?? '')?.[1]
      // The managed policy of the execution role allows the rest already.
      if (made !== undefined && roleUses[use.use].policy === undefined) grantUse(draft, made, use)
    },
  }
}
