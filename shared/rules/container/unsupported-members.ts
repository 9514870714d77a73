/** Rules about members that containers on Fargate, or Windows containers, can't have. */
import { notOnWindows } from '../../aws/facts/container-members'
import { fromPointer, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { removeMember } from '../fixes'
import { isAbsent, runsOnFargate, runsWindows, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Rule, type RuleContext, type RuleDeclaration } from '../rule'
import { containersOf } from './containers'

type Context = RuleContext<TaskDefinitionSpec>

interface UnsupportedMembers extends Omit<RuleDeclaration<readonly [typeof taskDefinition]>, 'on' | 'check'> {
  /** JSON pointers in a container definition. */
  readonly members: readonly string[]
  /** True where a person has to decide, so that there is no fix. */
  readonly keep?: true
  /** Which of the members a task can't have. */
  readonly refused: (context: Context, members: readonly string[]) => readonly string[]
}

/** Its message may name the `{member}` and the `{container}`. What is empty, or false, is not there. */
export function unsupportedMembers({ members, keep, refused, ...rule }: UnsupportedMembers): Rule {
  return defineRule({
    ...rule,
    on: [taskDefinition],
    needs: members.map((member) => `/containerDefinitions/*${member}`),
    check(context) {
      const { id, spec, report } = context
      const pointers = refused(context, members)
      if (pointers.length === 0) return
      for (const { at, called, container } of containersOf(spec)) {
        for (const pointer of pointers) {
          if (isAbsent(valueAt(container, pointer))) continue
          const member = fromPointer(pointer).join('.')
          report({
            at: at + pointer,
            values: { member, container: called },
            ...(!keep && { fix: removeMember(say`Remove ${member}`, id, at + pointer) }),
          })
        }
      }
    },
  })
}

const NONE: readonly string[] = []

/** What no Windows container has either is container-windows-unsupported. */
export function onFargate({ id, spec, graph }: Context, members: readonly string[]): readonly string[] {
  if (!runsOnFargate(graph, id)) return NONE
  return runsWindows(spec) === true ? members.filter((member) => !isNotOnWindows(member)) : members
}

export function onWindows({ spec }: Context, members: readonly string[]): readonly string[] {
  return runsWindows(spec) === true ? members : NONE
}

function isNotOnWindows(member: string): boolean {
  return notOnWindows.some((one) => member === one || member.startsWith(`${one}/`))
}
