/** Rules about members that containers on Fargate, or Windows containers, can't have. */
import { notOnWindows } from '../../aws/facts/container-members'
import { fromPointer, valueAt } from '../../basics/json'
import { taskDefinition } from '../../elements/task-definition'
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
  readonly applies: (context: Context, member: string) => boolean
}

/** Its message may name the `{member}` and the `{container}`. What is empty, or false, is not there. */
export function unsupportedMembers({ members, keep, applies, ...rule }: UnsupportedMembers): Rule {
  return defineRule({
    ...rule,
    on: [taskDefinition],
    check(context) {
      const { id, spec, report } = context
      for (const { at, called, container } of containersOf(spec)) {
        for (const pointer of members) {
          if (isAbsent(valueAt(container, pointer)) || !applies(context, pointer)) continue
          const member = fromPointer(pointer).join('.')
          report({
            at: at + pointer,
            values: { member, container: called },
            ...(!keep && { fix: removeMember(`Remove ${member}`, id, at + pointer) }),
          })
        }
      }
    },
  })
}

/** What no Windows container has either is container-windows-unsupported. */
export function onFargate({ id, spec, graph }: Context, member: string): boolean {
  return runsOnFargate(graph, id) && !(onWindows({ spec }) && isNotOnWindows(member))
}

export function onWindows({ spec }: Pick<Context, 'spec'>): boolean {
  return runsWindows(spec) === true
}

function isNotOnWindows(member: string): boolean {
  return notOnWindows.some((one) => member === one || member.startsWith(`${one}/`))
}
