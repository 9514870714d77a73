/** Rules about roles of the drawing that surely may not do what they are asked for. */
import { type RoleUse, roleUses } from '../../aws/facts/role-uses'
import { valueAt } from '../../basics/json'
import type { Kind } from '../../elements/kind'
import { objectsAt } from '../../elements/parts/reading'
import { grantUse } from '../../graph/grant'
import { type Graph, nameOf } from '../../graph/graph'
import { statementsOf } from '../../graph/policy'
import type { RoleAnswer } from '../../graph/role-for'
import { say } from '../../texts/text'
import { addManagedPolicy } from '../fixes-roles'
import { isAbsent } from '../reading'
import { defineRule, type Fix, type Rule, type RuleDeclaration } from '../rule'
import { listed, missingFor, usedName } from './answers'

interface Row extends Omit<RuleDeclaration<readonly Kind[]>, 'check' | 'severity'> {
  readonly uses: readonly RoleUse[]
}

/**
 * One problem for each place that asks for something, whatever runs it. The message may name the `{role}`, `{what}` is
 * used, and the `{actions}` that are missing.
 */
export function permissionRule({ uses, ...row }: Row): Rule {
  return defineRule({
    ...row,
    severity: 'warning',
    check({ id, graph, report }) {
      const missing = missingFor(graph, id, uses)
      if (missing.length === 0) return
      for (const answers of byPlace(missing.filter(({ use }) => !hasOwnPolicy(graph, use.target)))) {
        const [{ element: role, use }] = answers
        report({
          at: use.at,
          values: {
            role: nameOf(graph, role),
            what: listed(answers.map((answer) => `“${usedName(graph, answer.use)}”`)),
            actions: listed(answers.flatMap(({ actions }) => actions)),
          },
          ...mayBeGranted(graph, role, answers),
        })
      }
    },
  })
}

type Denial = RoleAnswer & { readonly element: string }
type Denials = readonly [Denial, ...Denial[]]

function isDenial(answer: RoleAnswer): answer is Denial {
  return answer.missing === 'permission' && answer.element !== undefined
}

/** Within an account the policy of a queue, a topic or a table may allow what the role's own policies do not. */
function hasOwnPolicy(graph: Graph, target: string | undefined): boolean {
  const spec = target === undefined ? undefined : graph.element(target)?.spec
  return !isAbsent(valueAt(spec, '/Attributes/Policy')) || !isAbsent(spec?.ResourcePolicy)
}

/** Of each place what one role may not do there, each use once. */
function byPlace(answers: readonly RoleAnswer[]): readonly Denials[] {
  const places = new Map<string, Denials>()
  for (const answer of answers) {
    const { element, use } = answer
    if (!isDenial(answer)) continue
    const there = places.get(use.at)
    if (!there) places.set(use.at, [answer])
    else if (there[0].element === element && there.every((one) => one.use !== use)) {
      places.set(use.at, [...there, answer])
    }
  }
  return [...places.values()]
}

/** A boundary or a denial can't be overcome by a permission: that is for people. */
function mayBeGranted(graph: Graph, role: string, answers: Denials): { readonly fix?: Fix } {
  if (!isOpen(graph, role)) return {}
  const policy = roleUses[answers[0].use.use].policy
  const actions = listed(answers.flatMap((answer) => answer.actions))
  const fix: Fix = {
    title:
      policy === undefined
        ? say`Allow role “${nameOf(graph, role)}” ${actions}`
        : say`Give role “${nameOf(graph, role)}” the policy ${policy}`,
    apply: (draft) => {
      if (policy !== undefined) addManagedPolicy(draft, role, policy)
      else for (const { use, actions: denied } of answers) grantUse(draft, role, use, denied)
    },
  }
  return { fix }
}

/** Does nothing in a role's spec stand against a further permission? */
export function isOpen(graph: Graph, role: string): boolean {
  const spec = graph.element(role)?.spec ?? {}
  const documents = objectsAt(spec, '/Policies').flatMap(
    ([, { PolicyDocument }]) => statementsOf(PolicyDocument) ?? [],
  )
  return isAbsent(spec.PermissionsBoundary) && documents.every(({ effect }) => effect === 'Allow')
}
