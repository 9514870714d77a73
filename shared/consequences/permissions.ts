import { rolesFor } from '../graph/role-for'
import { usesOf } from '../graph/usage'
import { type Consequence, defineConsequences } from './consequence'
import { roleRemedy } from './role-remedy'

/** Whoever pulls, reads, writes or calls over the new line gets the role and the permission for it. */
export const permissionConsequences = defineConsequences({
  meanings: ['pulls', 'reads', 'logs-to', 'mounts', 'calls', 'feeds'],
  follow({ graph, line }) {
    const user = [line.from, line.to].find((id) => graph.element(id)?.kind === 'task-definition')
    if (user === undefined) return []
    const other = user === line.from ? line.to : line.from
    const remedies = usesOf(graph, user)
      .filter((use) => use.target === other)
      .flatMap((use) => rolesFor(graph, use).map((answer) => roleRemedy(graph, answer)))
      .filter((remedy): remedy is Consequence => remedy !== undefined)
    // A definition that is run in several ways asks for the same thing each time.
    return [...new Map(remedies.map((remedy) => [remedy.id, remedy])).values()]
  },
})
