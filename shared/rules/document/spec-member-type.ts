import { toNumber, toText } from '../../basics/convert'
import { fromPointer, isObject, matches, valueAt } from '../../basics/json'
import type { Element } from '../../design/design'
import { kindOf } from '../../elements/kinds'
import { kinds } from '../../elements/registry'
import { taskDefinition } from '../../elements/task-definition'
import { type Fault, viewOf } from '../../elements/view'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask, inSubnets, service } from '../examples'
import { setMembers } from '../fixes'
import { defineRule } from '../rule'

export const specMemberType = defineRule({
  id: 'spec-member-type',
  severity: 'error',
  on: kinds,
  title: 'Every member has the shape that AWS takes',
  message: '{member} is {actual}; AWS takes {expected} here.',
  why: 'AWS reads a request by its model and refuses it as a whole when one member has another type, before it looks at any value. Until the shape is right, the other rules take the member for missing.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Types.html',
      checked: '2026-11-21',
    },
  ],
  check({ id, element, report }) {
    const kind = kindOf(element.kind)
    if (!kind) return
    for (const fault of viewOf(kind, element.spec).faults) {
      const { pointer, actual, expected } = fault
      if (hasOwnRule(element, pointer)) continue
      const mended = reshape(valueAt(element.spec, pointer), fault)
      report({
        at: pointer,
        values: { member: path(pointer), actual, expected },
        ...(mended !== undefined && {
          fix: setMembers(say`Write ${path(pointer)} as ${expected}`, id, { [pointer]: mended }),
        }),
      })
    }
  },
  examples: () => ({
    valid: {
      'task size as text, container size as number': drawing({
        task: fargateTask({ cpu: '256', memory: '512', containerDefinitions: [container({ cpu: 128 })] }),
      }),
      'null, which stands for “not set”': drawing({
        task: fargateTask({ taskRoleArn: null, volumes: null }),
      }),
      'a placeholder where a number belongs': drawing({
        task: fargateTask({
          containerDefinitions: [container({ portMappings: [{ containerPort: '<port>' }] })],
        }),
      }),
      'a member that Fairlead does not know': drawing({ task: fargateTask({ futureMember: { any: [1] } }) }),
      'a task size as number, which taskdef-size-not-string reports': drawing({
        task: fargateTask({ cpu: 256, memory: 512 }),
      }),
      'a command as one text, which container-command-array reports': drawing({
        task: fargateTask({ containerDefinitions: [container({ command: 'npm start' })] }),
      }),
    },
    invalid: {
      'a list instead of an object': {
        design: drawing({
          task: ec2Task({
            containerDefinitions: [
              container({ memory: 512, logConfiguration: [{ logDriver: 'json-file' }] }),
            ],
          }),
        }),
        element: 'task',
        at: '/containerDefinitions/0/logConfiguration',
      },
      'a number instead of a text': {
        design: drawing({ task: fargateTask({ family: 2026 }) }),
        element: 'task',
        at: '/family',
      },
      'a text instead of a number': {
        design: drawing({
          task: fargateTask(),
          web: service({ launchType: 'FARGATE', desiredCount: '2', networkConfiguration: inSubnets }),
        }),
        element: 'web',
        at: '/desiredCount',
      },
      'one text instead of a list of them': {
        design: drawing({ task: fargateTask({ requiresCompatibilities: 'FARGATE' }) }),
        element: 'task',
        at: '/requiresCompatibilities',
      },
      'a text where only a person knows the number': {
        design: drawing({ task: fargateTask({ containerDefinitions: [container({ cpu: 'half' })] }) }),
        element: 'task',
        at: '/containerDefinitions/0/cpu',
      },
    },
  }),
})

/** What has a rule of its own in a task definition, which knows more about it: a pattern, and the type it is then. */
const ownRules = [
  // CloudFormation takes such a number, so it is only a warning.
  { at: '/cpu', type: 'number' },
  { at: '/memory', type: 'number' },
  { at: '/containerDefinitions/*/command', type: 'string' },
  { at: '/containerDefinitions/*/entryPoint', type: 'string' },
  { at: '/containerDefinitions/*/healthCheck/command', type: 'string' },
  { at: '/containerDefinitions/*/versionConsistency', type: 'boolean' },
  { at: '/containerDefinitions/*/logConfiguration/options/awslogs-create-group', type: 'boolean' },
] as const

function hasOwnRule({ kind, spec }: Element, pointer: string): boolean {
  if (kind !== taskDefinition.kind) return false
  return ownRules.some(({ at, type }) => matches(at, pointer) && typeof valueAt(spec, pointer) === type)
}

/** `containerDefinitions[0].logConfiguration`, as people write it. */
function path(pointer: string): string {
  return fromPointer(pointer)
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '')
}

/** The same value in the shape that AWS takes, where only the wrapping is wrong; undefined where it is more. */
function reshape(value: unknown, { expected }: Fault): unknown {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : undefined
  switch (expected) {
    case 'a text':
      return typeof value === 'number' || typeof value === 'boolean' ? toText(value) : undefined
    case 'a whole number':
      return typeof value === 'string' && /^-?\d+$/.test(value.trim()) ? toNumber(value) : undefined
    case 'a boolean':
      return value === 'true' ? true : value === 'false' ? false : undefined
    case 'a list':
      // A text with blanks may be several items that somebody has to take apart.
      return isObject(value) || (typeof value === 'string' && !/\s/.test(value)) ? [value] : undefined
    case 'an object':
      return isObject(only) ? only : undefined
    default:
      return undefined
  }
}
