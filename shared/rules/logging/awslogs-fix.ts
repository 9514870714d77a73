/** The mend of many rules about logs: the awslogs driver, with a log group that is drawn if it is not there yet. */
import { roleUses } from '../../aws/facts/role-uses'
import { isObject, valueAt } from '../../basics/json'
import type { DesignDraft } from '../../design/edit'
import { refer } from '../../design/references'
import { logGroup } from '../../elements/log-group'
import { partShape } from '../../elements/parts/imported-shape'
import { launchTypesOf } from '../../graph/runs'
import { say } from '../../texts/text'
import { addElement, attachExecutionRole, findElement } from '../fixes'
import { familyOf, type TaskDefinitionSpec } from '../reading'
import type { Fix, RuleContext } from '../rule'

type Definition = Pick<RuleContext<TaskDefinitionSpec>, 'id' | 'element' | 'spec' | 'graph'>

/** Gives some containers awslogs in place of the driver that they have: its options mean nothing to awslogs. */
export function awslogsFix(definition: Definition, containers: readonly number[]): Fix {
  const { id, element, graph } = definition
  const family = familyOf(id, definition.spec)
  // A definition that is only its containers has its roles elsewhere, as far as the instance profile does not do it.
  const alone = [...launchTypesOf(graph, id)].some(
    (launch) => !roleUses['write-logs'].fallback?.includes(launch),
  )
  const role = !partShape(element) || alone
  return {
    title: say`Log to CloudWatch with awslogs, in log group ${groupName(family)}`,
    apply: (draft) => {
      for (const index of containers) {
        const container = valueAt(draft.elements[id]?.spec, `/containerDefinitions/${index}`)
        if (!isObject(container)) continue
        container.logConfiguration = {
          logDriver: 'awslogs',
          options: {
            'awslogs-group': drawnGroup(draft, id, family),
            'awslogs-region': draft.region ?? '<region>',
            'awslogs-stream-prefix': family,
          },
        }
      }
      if (role) attachExecutionRole(draft, id)
    },
  }
}

/** A reference to the log group of a task definition, which is drawn when it is not there yet. */
export function drawnGroup(draft: DesignDraft, id: string, family: string): string {
  const logGroupName = groupName(family)
  const group =
    findElement(draft, logGroup.kind, 'logGroupName', logGroupName) ??
    addElement(draft, `${id}-logs`, { kind: logGroup.kind, spec: { logGroupName } })
  return refer(group)
}

/** What AWS's console calls the log group of a task definition. */
export function groupName(family: string): string {
  return `/ecs/${family}`
}
