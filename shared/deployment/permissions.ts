/** What the drawing implies that roles may do, and their policies do not say yet. */
import { roleNames, roleUses } from '../aws/facts/role-uses'
import { isObject, valueAt } from '../basics/json'
import type { Design } from '../design/design'
import { edit } from '../design/edit'
import { grantUse } from '../graph/grant'
import { type Graph, graphOf, nameOf } from '../graph/graph'
import { type RoleAnswer, rolesFor } from '../graph/role-for'
import { usesOf } from '../graph/usage'
import { inWords, say, term } from '../texts/text'
import type { DeploymentNote } from './deployment'

interface Completed {
  readonly design: Design
  readonly notes: readonly DeploymentNote[]
}

/**
 * The design with the permissions that its lines imply in the inline policies of its roles. Roles that exist, and roles
 * that something limits, are left to people.
 */
export function withPermissions(design: Design): Completed {
  const graph = graphOf(design)
  const notes: DeploymentNote[] = []
  const granted: RoleAnswer[] = []
  for (const answer of missingIn(graph)) {
    const { role, use, element, missing, actions, named } = answer
    if (missing === 'permission' && element !== undefined && mayBeGranted(graph, element, use.target)) {
      granted.push(answer)
      const what = use.target === undefined ? term('what it uses') : say`“${nameOf(graph, use.target)}”`
      notes.push({
        code: 'added',
        element,
        text: say`Role “${nameOf(graph, element)}” is also allowed ${inWords(actions, 'and')}, because “${nameOf(graph, use.element)}” uses ${what}.`,
      })
    } else if (missing !== undefined) {
      const holder = named?.element ?? use.element
      notes.push({
        code: 'to-do',
        element: missing === 'role' ? holder : (element ?? holder),
        text:
          missing === 'role'
            ? say`“${nameOf(graph, holder)}” needs a ${term(roleNames[role])}, which ${term(roleUses[use.use].does)}. Connect it with a role.`
            : say`Role “${nameOf(graph, element ?? holder)}” needs ${inWords(actions, 'and')}, which nothing in the drawing allows. Allow it where the role is kept.`,
      })
    }
  }
  if (granted.length === 0) return { design, notes }
  const completed = edit(design, (draft) => {
    for (const { element, use, actions } of granted) if (element) grantUse(draft, element, use, actions)
  })
  return { design: completed.design, notes }
}

/** Each thing that is missing once, however many ways something is run. */
function missingIn(graph: Graph): readonly RoleAnswer[] {
  const seen = new Set<string>()
  return Object.keys(graph.design.elements).flatMap((id) =>
    usesOf(graph, id)
      .flatMap((use) => rolesFor(graph, use))
      .filter(({ missing, element, named, role, use, actions }) => {
        const key =
          missing === 'role'
            ? `${role} ${named?.element ?? use.element}`
            : [element, use.use, use.target, use.resource, ...actions].join(' ')
        if (missing === undefined || seen.has(key)) return false
        seen.add(key)
        return true
      }),
  )
}

/** The policy of a queue, topic or table may allow what the role's own do not; then nothing is added. */
function mayBeGranted(graph: Graph, role: string, target: string | undefined): boolean {
  const { spec, existing } = graph.element(role) ?? {}
  const used = target === undefined ? undefined : graph.element(target)?.spec
  const hasOwnPolicy = valueAt(used, '/Attributes/Policy') !== undefined || isObject(used?.ResourcePolicy)
  return existing === undefined && spec?.PermissionsBoundary === undefined && !hasOwnPolicy
}
