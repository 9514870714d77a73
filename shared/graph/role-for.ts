/** Which role does something, and whether it is there and may do it. */
import { actionsOf, type RoleKind, roleUses } from '../aws/facts/role-uses'
import { valueAt } from '../basics/json'
import { referencesIn } from '../design/references'
import { iamRole } from '../elements/iam-role'
import { partShape } from '../elements/parts/imported-shape'
import { textAt } from '../elements/parts/reading'
import { taskDefinition } from '../elements/task-definition'
import { groupOf, type InstanceGroup, instanceProfileRoleOf, instancesIn } from './capacity'
import type { Graph } from './graph'
import { deniedOf, mayDoNothing } from './permissions'
import { type LaunchType, launchTypesOf, runOf, runsOf } from './runs'
import type { Use } from './usage/use'

/** How it is run: a `Run` says so, or a task definition with one of its launch types. */
export interface RunsAs {
  readonly taskDefinition?: string | undefined
  readonly launch?: LaunchType | undefined
  readonly runner?: string | undefined
  readonly cluster?: string | undefined
}

export interface RoleAnswer {
  readonly role: RoleKind
  /** The drawn role; undefined for one that only its ARN names, or that is missing or can't be told. */
  readonly element?: string
  /** JSON pointer of the member that names the role, and the element whose spec holds it. */
  readonly named?: { readonly element: string; readonly at: string }
  /** What is surely missing: the role, or a permission of it. */
  readonly missing?: 'role' | 'permission'
  /** The actions that are missing; without a missing permission those that the use needs. */
  readonly actions: readonly string[]
}

/** Which role is asked for a use, as it is run there. */
export function roleFor(graph: Graph, use: Use, as: RunsAs = {}): RoleAnswer {
  const { role, fallback } = roleUses[use.use]
  if (role === 'instance') return ofInstances(graph, use, [groupOf(graph, use.element)])
  if (role === 'infrastructure')
    return ofRole(graph, use, role, { element: use.element, at: use.roleAt ?? '' })
  const place = roleMember(graph, role, as)
  if (!place) return { role, actions: actionsOf(use.use) }
  if (!fallback || textIn(graph, place)) return ofRole(graph, use, role, place)
  // Without its own role it depends on the launch type: the instance profile may stand in.
  if (as.launch === undefined) return { role, named: place, actions: actionsOf(use.use) }
  if (!fallback.includes(as.launch)) return ofRole(graph, use, role, place)
  return ofInstances(graph, use, as.cluster === undefined ? [] : instancesIn(graph, as.cluster))
}

/**
 * One answer for each way in which it is run: by the services and tasks of a task definition, else by its launch types; a
 * service or task is run one way only.
 */
export function rolesFor(graph: Graph, use: Use): readonly RoleAnswer[] {
  if (graph.design.elements[use.element]?.kind !== taskDefinition.kind) {
    return [roleFor(graph, use, runOf(graph, use.element))]
  }
  const runs = runsOf(graph, use.element)
  if (runs.length > 0) return runs.map((run) => roleFor(graph, use, run))
  const launches = [...launchTypesOf(graph, use.element)]
  return (launches.length > 0 ? launches : [undefined]).map((launch) =>
    roleFor(graph, use, { taskDefinition: use.element, launch }),
  )
}

interface Place {
  readonly element: string
  readonly at: string
}

/** The member that names the task role or the execution role: a task's override, else the task definition's. */
function roleMember(graph: Graph, role: 'task' | 'execution', as: RunsAs): Place | undefined {
  const { at, overrideAt } = roleMembers[role]
  const override = as.runner === undefined ? undefined : { element: as.runner, at: overrideAt }
  if (override && textIn(graph, override)) return override
  return as.taskDefinition === undefined ? undefined : { element: as.taskDefinition, at }
}

const roleMembers = {
  task: { at: '/taskRoleArn', overrideAt: '/overrides/taskRoleArn' },
  execution: { at: '/executionRoleArn', overrideAt: '/overrides/executionRoleArn' },
} as const

function textIn(graph: Graph, { element, at }: Place): string | undefined {
  return textAt(graph.design.elements[element]?.spec, at)
}

function ofRole(graph: Graph, use: Use, role: RoleKind, named: Place): RoleAnswer {
  const holder = graph.design.elements[named.element]
  const text = textIn(graph, named)
  if (!text) {
    // Of containers alone, as Terraform keeps them, the roles are said elsewhere; what is no text can't be judged.
    const value = holder && valueAt(holder.spec, named.at)
    const said = value !== undefined && value !== null && value !== ''
    return !holder || said || partShape(holder)
      ? { role, named, actions: actionsOf(use.use) }
      : { role, named, missing: 'role', actions: actionsOf(use.use) }
  }
  const element = referencesIn(text)[0]?.id
  if (element === undefined || graph.design.elements[element]?.kind !== iamRole.kind) {
    return { role, named, actions: actionsOf(use.use) }
  }
  return { role, named, element, ...lacking(graph, element, use) }
}

/** Every instance must be able to: the first that is not answers for all. */
function ofInstances(graph: Graph, use: Use, groups: readonly (InstanceGroup | undefined)[]): RoleAnswer {
  const answers = groups.flatMap((group): RoleAnswer[] => {
    if (!group) return []
    const named = { element: group.id, at: '' }
    const element = instanceProfileRoleOf(graph, group.id)
    if (element !== undefined) return [{ role: 'instance', named, element, ...lacking(graph, element, use) }]
    const missing = group.hasProfile ? {} : { missing: 'role' as const }
    return [{ role: 'instance', named, ...missing, actions: actionsOf(use.use) }]
  })
  return (
    answers.find((answer) => answer.missing !== undefined) ??
    answers[0] ?? { role: 'instance', actions: actionsOf(use.use) }
  )
}

function lacking(graph: Graph, role: string, use: Use): Pick<RoleAnswer, 'missing' | 'actions'> {
  const all = actionsOf(use.use)
  if (mayDoNothing(graph, role)) return { missing: 'permission', actions: all }
  const { anywhere = [], actions, some } = roleUses[use.use]
  const denied = [...deniedOf(graph, role, anywhere), ...deniedOf(graph, role, actions, use.resource)]
  const enough = some ? denied.length < all.length : denied.length === 0
  return enough ? { actions: all } : { missing: 'permission', actions: denied }
}
