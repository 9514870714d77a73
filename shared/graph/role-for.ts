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
import { deniedOf } from './permissions'
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
  readonly use: Use
  /** How it is run; undefined where the drawing does not say. */
  readonly launch: LaunchType | undefined
  readonly role: RoleKind
  /** The member that names the role, and the element whose spec holds it. */
  readonly named: Place | undefined
  /** The drawn role; undefined for one that only its ARN names, or that is missing or can't be told. */
  readonly element: string | undefined
  /** What is surely missing: the role, or a permission of it. */
  readonly missing: 'role' | 'permission' | undefined
  /** The actions that are missing; without a missing permission those that the use needs. */
  readonly actions: readonly string[]
}

interface Place {
  readonly element: string
  /** JSON pointer; empty for instances, whose role hangs on their profile. */
  readonly at: string
}

/** Which role is asked for a use, as it is run there. */
export function roleFor(graph: Graph, use: Use, as: RunsAs = {}): RoleAnswer {
  const { role, fallback } = roleUses[use.use]
  const asked: Asked = { graph, use, launch: as.launch, role }
  if (role === 'instance') return ofInstances(asked, [groupOf(graph, use.element)])
  if (role === 'infrastructure') return ofRole(asked, { element: use.element, at: use.roleAt ?? '' })
  const place = roleMember(graph, role, as)
  if (!place) return answer(asked)
  if (!fallback || textIn(graph, place)) return ofRole(asked, place)
  // Without its own role it depends on the launch type: the instance profile may stand in.
  if (as.launch === undefined) return answer(asked, place)
  if (!fallback.includes(as.launch)) return ofRole(asked, place)
  const instances = as.cluster === undefined ? [] : instancesIn(graph, as.cluster)
  return ofInstances({ ...asked, role: 'instance' }, instances)
}

interface Asked {
  readonly graph: Graph
  readonly use: Use
  readonly launch: LaunchType | undefined
  readonly role: RoleKind
}

function answer(
  { use, launch, role }: Asked,
  named?: Place,
  element?: string,
  missing?: RoleAnswer['missing'],
  actions = actionsOf(use.use),
): RoleAnswer {
  return { use, launch, role, named, element, missing, actions }
}

/**
 * One answer for each way in which it is run: by the services and tasks of a task definition, else by its launch types; a
 * service or task is run one way only.
 */
export function rolesFor(graph: Graph, use: Use): readonly RoleAnswer[] {
  if (graph.element(use.element)?.kind !== taskDefinition.kind) {
    return [roleFor(graph, use, runOf(graph, use.element))]
  }
  return waysOfDefinition(graph, use.element).map((way) => roleFor(graph, use, way))
}

/** How a task definition is run: by its services and tasks, else by its launch types, else in a way that is not said. */
export function waysOfDefinition(graph: Graph, taskDefinition: string): readonly RunsAs[] {
  const runs = runsOf(graph, taskDefinition)
  if (runs.length > 0) return runs
  const launches = [...launchTypesOf(graph, taskDefinition)]
  return (launches.length > 0 ? launches : [undefined]).map((launch) => ({ taskDefinition, launch }))
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
  return textAt(graph.element(element)?.spec, at)
}

function ofRole(asked: Asked, named: Place): RoleAnswer {
  const { graph } = asked
  const text = textIn(graph, named)
  if (!text) {
    const holder = graph.element(named.element)
    // Of containers alone, as Terraform keeps them, the roles are said elsewhere; what is no text can't be judged.
    const value = holder && valueAt(holder.spec, named.at)
    const said = value !== undefined && value !== null && value !== ''
    const open = !holder || said || partShape(holder) !== undefined
    return open ? answer(asked, named) : answer(asked, named, undefined, 'role')
  }
  const element = referencesIn(text)[0]?.id
  if (element === undefined || graph.element(element)?.kind !== iamRole.kind) {
    return answer(asked, named)
  }
  return ofDrawnRole(asked, named, element)
}

/** Every instance must be able to: the first that is not answers for all. */
function ofInstances(asked: Asked, groups: readonly (InstanceGroup | undefined)[]): RoleAnswer {
  const { graph } = asked
  const answers = groups.flatMap((group): RoleAnswer[] => {
    if (!group) return []
    const named = { element: group.id, at: '' }
    const element = instanceProfileRoleOf(graph, group.id)
    if (element !== undefined) return [ofDrawnRole(asked, named, element)]
    return [answer(asked, named, undefined, group.hasProfile ? undefined : 'role')]
  })
  return answers.find(({ missing }) => missing !== undefined) ?? answers[0] ?? answer(asked)
}

function ofDrawnRole(asked: Asked, named: Place, element: string): RoleAnswer {
  const denied = deniedTo(asked.graph, element, asked.use)
  return denied.length === 0
    ? answer(asked, named, element)
    : answer(asked, named, element, 'permission', denied)
}

/** The actions that a role surely may not do and a use can't do without. */
function deniedTo(graph: Graph, role: string, use: Use): readonly string[] {
  const all = actionsOf(use.use)
  const { anywhere = [], actions, some } = roleUses[use.use]
  const denied = [...deniedOf(graph, role, anywhere), ...deniedOf(graph, role, actions, use.resource)]
  return some && denied.length < all.length ? [] : denied
}
