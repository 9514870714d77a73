/** How the size of a task is written. */
import { parseCpu, parseMemory } from '../../aws/facts/task-size'
import { toText } from '../../basics/convert'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task, fargateTask } from '../examples'
import { setMembers } from '../fixes'
import { isKnown } from '../reading'
import { defineRule, ruleFamily } from '../rule'

const REGISTERING = {
  ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html',
  checked: '2026-11-26',
}

export const sizeTexts = ruleFamily([
  defineRule({
    id: 'taskdef-size-format',
    severity: 'error',
    on: [taskDefinition],
    needs: ['/cpu', '/memory'],
    title: 'A task’s size is a number, or one with vCPU or GB',
    message: '“{value}” is no amount of memory; write MiB as a number, such as 2048, or “2 GB”.',
    variants: {
      cpu: '“{value}” is no amount of CPU; write CPU units as a number, such as 1024, or “1 vCPU”.',
    },
    why: 'ECS turns the text into a number when the definition is registered. It reads whole numbers and the units vCPU and GB, in any letter case, and refuses every other text.',
    sources: [REGISTERING, { ref: 'E3047', checked: '2026-11-21' }],
    check({ spec, report }) {
      const { cpu, memory } = spec
      if (isKnown(cpu) && parseCpu(cpu) === undefined)
        report({ at: '/cpu', values: { value: cpu }, variant: 'cpu' })
      if (isKnown(memory) && parseMemory(memory) === undefined)
        report({ at: '/memory', values: { value: memory } })
    },
    examples: () => ({
      valid: {
        numbers: drawing({ task: fargateTask({ cpu: '1024', memory: '2048' }) }),
        'words, in any spelling': drawing({ task: fargateTask({ cpu: '.25vcpu', memory: '0.5 gb' }) }),
        placeholders: drawing({ task: fargateTask({ cpu: '<cpu>', memory: '{{memory}} GB' }) }),
        'left out': drawing({ task: ec2Task() }),
      },
      invalid: {
        'a unit that ECS does not know': {
          design: drawing({ task: fargateTask({ memory: '2 gigs' }) }),
          element: 'task',
          at: '/memory',
        },
        'GiB, which ECS calls GB': {
          design: drawing({ task: fargateTask({ memory: '2 GiB' }) }),
          element: 'task',
          at: '/memory',
        },
        'a CPU without its unit': {
          design: drawing({ task: fargateTask({ cpu: '0.25' }) }),
          element: 'task',
          at: '/cpu',
        },
      },
    }),
  }),
  defineRule({
    id: 'taskdef-size-not-string',
    severity: 'warning',
    on: [taskDefinition],
    title: 'A task’s size is written as text',
    message: 'Task-level {member} is a text in the ECS API; put {value} in quotes.',
    why: 'The API takes the cpu and memory of a task as texts, because they may carry a unit; only containers have numbers there. CloudFormation takes both, the AWS CLI and the SDKs refuse a number.',
    sources: [REGISTERING, { ref: 'API:ContainerDefinition.cpu', checked: '2026-11-26' }],
    check({ id, element, report }) {
      for (const member of ['cpu', 'memory'] as const) {
        const value = element.spec[member]
        if (typeof value !== 'number') continue
        report({
          at: `/${member}`,
          values: { member, value },
          fix: setMembers(say`Write ${member} as “${value}”`, id, { [`/${member}`]: toText(value) }),
        })
      }
    },
    examples: () => ({
      valid: {
        texts: drawing({ task: fargateTask() }),
        'numbers in a container': drawing({
          task: ec2Task({ containerDefinitions: [container({ cpu: 256, memory: 512 })] }),
        }),
      },
      invalid: {
        CPU: { design: drawing({ task: fargateTask({ cpu: 256 }) }), element: 'task', at: '/cpu' },
        memory: { design: drawing({ task: fargateTask({ memory: 512 }) }), element: 'task', at: '/memory' },
      },
    }),
  }),
])
