import { JSON_SIZE } from '../../aws/facts/task-limits'
import { memo } from '../../basics/memo'
import { byteLength } from '../../design/json-limits'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, fargateTask } from '../examples'
import { defineRule } from '../rule'

/** Bytes of a spec as JSON without blanks. What references stand for is mostly longer, so this is the least of it. */
const jsonSize = memo((spec: object) => byteLength(JSON.stringify(spec)))

/** Of one character in JSON, as JavaScript counts characters: `\u0000`. */
const MOST_BYTES = 6

/** What is surely left of so many bytes after a value is written; below 0 it may be too large. This spares writing it. */
function left(value: unknown, of: number): number {
  if (typeof value === 'string') return of - MOST_BYTES * value.length - 3
  // The longest number has 25 characters.
  if (typeof value !== 'object' || value === null) return of - 26
  let rest = of - 3
  for (const key in value) {
    rest -= Array.isArray(value) ? 0 : MOST_BYTES * key.length + 3
    rest = left((value as Readonly<Record<string, unknown>>)[key], rest)
    if (rest < 0) break
  }
  return rest
}

export const taskdefJsonSize = defineRule({
  id: 'taskdef-json-size',
  severity: 'error',
  on: [taskDefinition],
  title: 'A task definition is at most 64 KiB of JSON',
  message:
    'This task definition is {size} KiB of JSON, and at most {most} KiB are allowed; shorten variables, commands or port lists.',
  why: 'ECS keeps every revision for ever and hands it to the agent with each task, so it limits the size. Long values belong in Parameter Store, in environment files on S3, or in the image.',
  sources: [
    { ref: 'ERR:aws/aws-cdk#13396', checked: '2026-11-21' },
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
      checked: '2026-11-21',
    },
  ],
  check({ element, report }) {
    if (left(element.spec, JSON_SIZE) >= 0) return
    const bytes = jsonSize(element.spec)
    if (bytes <= JSON_SIZE) return
    report({
      at: '',
      values: { size: Math.ceil(bytes / 102.4) / 10, most: JSON_SIZE / 1024 },
    })
  },
  examples: () => ({
    valid: {
      'a usual one': drawing({ task: fargateTask() }),
      'not quite too large': withCommand(JSON_SIZE - 500),
    },
    invalid: {
      'one long line': { design: withCommand(JSON_SIZE), element: 'task', at: '' },
      'letters that take two bytes each': {
        design: withCommand(JSON_SIZE / 2, 'ß'),
        element: 'task',
        at: '',
      },
    },
  }),
})

function withCommand(length: number, letter = 'x') {
  return drawing({
    task: fargateTask({ containerDefinitions: [container({ command: [letter.repeat(length)] })] }),
  })
}
