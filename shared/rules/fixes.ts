/**
 * What quick fixes are made of. A fix runs on the design as it is when somebody clicks, so each part looks first whether
 * its work is already done: applying a fix twice is the same as applying it once.
 */
import { managedPolicyArn } from '../aws/facts/managed-policies'
import { isObject, removeAt, setAt, valueAt } from '../basics/json'
import { freeId } from '../basics/slug'
import type { Element, Spec } from '../design/design'
import type { DesignDraft } from '../design/edit'
import { refer, referencesIn } from '../design/references'
import { takenIds } from '../design/taken-ids'
import { iamRole } from '../elements/iam-role'
import { partitionOf } from '../elements/parts/identifiers'
import { textAt } from '../elements/parts/reading'
import { say, type Text } from '../texts/text'
import type { Fix } from './rule'

/** Sets members of one element's spec, by pointer. */
export function setMembers(title: Text, id: string, members: Readonly<Record<string, unknown>>): Fix {
  return {
    title,
    apply: (draft) => {
      const element = draft.elements[id]
      if (!element) return
      for (const [pointer, value] of Object.entries(members)) setAt(element.spec, pointer, value)
    },
  }
}

/** Takes one member out of an element's spec. */
export function removeMember(title: Text, id: string, pointer: string): Fix {
  return {
    title,
    apply: (draft) => {
      const element = draft.elements[id]
      if (element) removeAt(element.spec, pointer)
    },
  }
}

/** Takes every item out of a list that a test finds, and the list with its last item. */
export function dropItems(title: Text, id: string, list: string, found: (item: unknown) => boolean): Fix {
  return {
    title,
    apply: (draft) => {
      const spec = draft.elements[id]?.spec
      const items = valueAt(spec, list)
      if (!spec || !Array.isArray(items) || !items.some(found)) return
      const kept = items.filter((item) => !found(item))
      if (kept.length === 0) removeAt(spec, list)
      else setAt(spec, list, kept)
    },
  }
}

/** The same for a list of objects: those with that value at a member. */
export function dropItemsWith(title: Text, id: string, list: string, member: string, value: string): Fix {
  return dropItems(title, id, list, (item) => isObject(item) && item[member] === value)
}

/** Adds an element under the wanted id, or the next free one, and says which it got. */
export function addElement(draft: DesignDraft, wanted: string, element: Element): string {
  const id = freeId(wanted, takenIds(draft))
  draft.elements[id] = element
  return id
}

/** The id of the first element of a kind whose spec has that value at a member. */
export function findElement(
  draft: DesignDraft,
  kind: string,
  member: string,
  value: string,
): string | undefined {
  return Object.entries(draft.elements).find(([, e]) => e.kind === kind && e.spec[member] === value)?.[0]
}

/** Puts an element where another one is drawn: same frame, same place. */
export function takePlace(draft: DesignDraft, id: string, of: string): void {
  const { inside, locked } = draft.elements[of] ?? {}
  const element = draft.elements[id]
  const place = draft.layout[of]
  if (element && inside !== undefined) element.inside = inside
  if (element && locked !== undefined) element.locked = locked
  if (place) draft.layout[id] = { x: place.x, y: place.y }
}

const EXECUTION_ROLE = 'ecsTaskExecutionRole'

/** The fix of every rule that misses the task execution role. */
export function executionRoleFix(taskDefinition: string): Fix {
  return {
    title: say`Attach the task execution role ${EXECUTION_ROLE}`,
    apply: (draft) => attachExecutionRole(draft, taskDefinition),
  }
}

/**
 * Gives a task definition the role `ecsTaskExecutionRole`, drawn if it is not there yet; a role it has stays. Tells the
 * drawn role that it then has, if it is a drawn one.
 */
export function attachExecutionRole(draft: DesignDraft, taskDefinition: string): string | undefined {
  const spec = draft.elements[taskDefinition]?.spec
  if (!spec) return undefined
  if (spec.executionRoleArn) return drawnRole(spec, '/executionRoleArn')
  const policy = managedPolicyArn('AmazonECSTaskExecutionRolePolicy', partitionOf(draft.region))
  const role =
    findElement(draft, 'iam-role', 'RoleName', EXECUTION_ROLE) ??
    addElement(
      draft,
      'ecs-task-execution-role',
      roleForTasks(EXECUTION_ROLE, { ManagedPolicyArns: [policy] }),
    )
  spec.executionRoleArn = refer(role)
  return role
}

/**
 * Gives a task definition a task role of that name without any permission; a role it has stays. Tells the drawn role that
 * it then has, if it is a drawn one.
 */
export function attachTaskRole(draft: DesignDraft, taskDefinition: string, name: string): string | undefined {
  const spec = draft.elements[taskDefinition]?.spec
  if (!spec) return undefined
  if (spec.taskRoleArn) return drawnRole(spec, '/taskRoleArn')
  const role =
    findElement(draft, 'iam-role', 'RoleName', name) ??
    addElement(draft, `${taskDefinition}-role`, roleForTasks(name, {}))
  spec.taskRoleArn = refer(role)
  return role
}

function drawnRole(spec: Spec, at: string): string | undefined {
  return referencesIn(textAt(spec, at) ?? '')[0]?.id
}

/** The kind's own default is a role that ECS tasks may assume. */
function roleForTasks(name: string, rest: Spec): Element {
  return { kind: iamRole.kind, spec: { ...iamRole.defaults(name), ...rest } }
}
