import { ulimits } from '../../aws/facts/kernel'
import { quote } from '../../basics/quote'
import { taskDefinition } from '../../elements/task-definition'
import { say } from '../../texts/text'
import { container, drawing, ec2Task } from '../examples'
import { setMembers } from '../fixes'
import { isKnown, isWritten } from '../reading'
import { defineRule } from '../rule'
import { linuxContainersOf } from './containers'

export const containerUlimitName = defineRule({
  id: 'container-ulimit-name',
  severity: 'error',
  on: [taskDefinition],
  needs: ['/containerDefinitions/*/ulimits'],
  title: 'Every ulimit is one that ECS knows, and stands once',
  message: '{name} is not a ulimit; take one of {known}.',
  variants: {
    none: 'A ulimit of container “{container}” does not say what it limits; give it a name, such as nofile.',
    repeated: 'Ulimit “{name}” is set twice in container “{container}”; keep one.',
  },
  why: 'ECS takes the names of a fixed list, in small letters and without the “RLIMIT_” of the kernel’s manual, and each of them once.',
  sources: [
    {
      ref: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html',
      checked: '2026-11-26',
    },
  ],
  check({ id, element, spec, report }) {
    for (const { at, called, container } of linuxContainersOf(spec)) {
      container.ulimits?.forEach(({ name }, index, all) => {
        const place = `${at}/ulimits/${index}/name`
        if (!isWritten(element, place)) report({ at: place, variant: 'none', values: { container: called } })
        if (!isKnown(name)) return
        if (isUlimit(name)) {
          if (all.findIndex((one) => one.name === name) === index) return
          report({ at: place, variant: 'repeated', values: { name, container: called } })
          return
        }
        const meant = name
          .trim()
          .toLowerCase()
          .replace(/^rlimit_/, '')
        report({
          at: place,
          values: { name: quote(name), known: ulimits.join(', ') },
          ...(isUlimit(meant) && { fix: setMembers(say`Write it as ${meant}`, id, { [place]: meant }) }),
        })
      })
    }
  },
  examples: () => ({
    valid: {
      'two ulimits': limiting('nofile', 'memlock'),
      'the same one in two containers': drawing({
        task: ec2Task({ containerDefinitions: [named('app', 'nofile'), named('proxy', 'nofile')] }),
      }),
      'a placeholder': limiting('<limit>', '<limit>'),
    },
    invalid: {
      'an unknown name': { design: limiting('openfiles'), element: 'task', at: nameOf(0) },
      'the kernel’s name': { design: limiting('memlock', 'RLIMIT_NOFILE'), element: 'task', at: nameOf(1) },
      'no name': {
        design: drawing({
          task: ec2Task({
            containerDefinitions: [
              container({ memory: 512, ulimits: [{ softLimit: 1024, hardLimit: 4096 }] }),
            ],
          }),
        }),
        element: 'task',
        at: nameOf(0),
      },
      'one of them twice': { design: limiting('nofile', 'nofile'), element: 'task', at: nameOf(1) },
    },
  }),
})

function isUlimit(name: string): boolean {
  return ulimits.some((one) => one === name)
}

function limiting(...names: readonly string[]) {
  return drawing({ task: ec2Task({ containerDefinitions: [named('web', ...names)] }) })
}

function named(called: string, ...names: readonly string[]) {
  return container({
    name: called,
    memory: 512,
    ulimits: names.map((name) => ({ name, softLimit: 1024, hardLimit: 4096 })),
  })
}

function nameOf(index: number): string {
  return `/containerDefinitions/0/ulimits/${index}/name`
}
