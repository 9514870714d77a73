import { systemOf } from '../../aws/facts/fargate-sizes'
import type { Element } from '../../design/design'
import { taskDefinition } from '../../elements/task-definition'
import { container, drawing, ec2Task, fargateTask, inSubnets, service } from '../examples'
import { isWritten, runsOnFargate, type TaskDefinitionSpec } from '../reading'
import { defineRule, type Fix } from '../rule'
import { isDrawnWhole } from './drawn'
import { resizeFix, taskCpu, taskMemory } from './size'
import { isMisspelt } from './strangers'

export const taskdefFargateSizeRequired = defineRule({
  id: 'taskdef-fargate-size-required',
  severity: 'error',
  on: [taskDefinition],
  title: 'Fargate needs the CPU and memory of the task',
  message: 'Fargate needs task-level cpu and memory; {missing} is missing.',
  variants: { both: 'Fargate needs task-level cpu and memory; set both.' },
  why: 'Fargate makes room for exactly one task, so it has to know the task’s size; what the containers ask for does not tell it. RegisterTaskDefinition refuses a definition for Fargate that leaves out one of the two.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
      checked: '2026-11-26',
    },
    { ref: 'E3048', checked: '2026-11-21' },
    { ref: 'CDK:FargateCompatibleTasksRequireBoth', checked: '2026-11-21' },
  ],
  check({ id, element, spec, graph, report }) {
    const [first, second] = ['cpu', 'memory'].filter(
      (member) => !isWritten(element, `/${member}`) && !isMisspelt(element.spec, member),
    )
    if (first === undefined || !runsOnFargate(graph, id) || !isDrawnWhole(element)) return
    const fix = sizeFix(id, element, spec)
    report({
      at: `/${first}`,
      values: { missing: first },
      ...(second !== undefined && { variant: 'both' }),
      ...(fix && { fix }),
    })
  },
  examples: () => ({
    valid: {
      both: drawing({ task: fargateTask({ cpu: '256', memory: '512' }) }),
      'a misspelt member, which taskdef-unknown-member mends': drawing({
        task: fargateTask({ memory: undefined, Memory: '512' }),
      }),
      placeholders: drawing({ task: fargateTask({ cpu: '<cpu>', memory: '{{memory}}' }) }),
      'on EC2, where containers have their own sizes': drawing({ task: ec2Task() }),
      'nothing says that it runs on Fargate': drawing({
        task: fargateTask({ requiresCompatibilities: undefined, cpu: undefined, memory: undefined }),
      }),
    },
    invalid: {
      neither: {
        design: drawing({ task: fargateTask({ cpu: undefined, memory: undefined }) }),
        element: 'task',
        at: '/cpu',
      },
      'no memory, with containers that need some': {
        design: drawing({
          task: fargateTask({
            cpu: '256',
            memory: undefined,
            containerDefinitions: [container({ memory: 900 })],
          }),
        }),
        element: 'task',
        at: '/memory',
      },
      'no CPU': {
        design: drawing({ task: fargateTask({ cpu: undefined, memory: '4 GB' }) }),
        element: 'task',
        at: '/cpu',
      },
      'no memory beside a placeholder': {
        design: drawing({ task: fargateTask({ cpu: '<cpu>', memory: undefined }) }),
        element: 'task',
        at: '/memory',
      },
      'run by a service on Fargate': {
        design: drawing({
          task: fargateTask({ requiresCompatibilities: undefined, cpu: undefined, memory: undefined }),
          web: service({ launchType: 'FARGATE', networkConfiguration: inSubnets }),
        }),
        element: 'task',
        at: '/cpu',
      },
    },
  }),
})

/** Keeps the half that is there. When nobody can read that one, nobody can tell what goes with it. */
function sizeFix(id: string, element: Element, spec: TaskDefinitionSpec): Fix | undefined {
  const cpu = taskCpu(element)
  const memory = taskMemory(element)
  if (cpu === undefined && isWritten(element, '/cpu')) return undefined
  if (memory === undefined && isWritten(element, '/memory')) return undefined
  const wish = { cpu: cpu ?? 0, memory: memory ?? 0 }
  return resizeFix(id, spec, wish, systemOf(spec.runtimePlatform?.operatingSystemFamily))
}
