import { describe, expect, test } from 'vitest'
import type { Design } from '../design/design'
import { type DesignDraft, edit } from '../design/edit'
import { parseDesign, serialize } from '../design/serialize'
import { container, drawing, element, fargateTask } from '../rules/examples'
import { mergeDesigns } from './merge'
import { conflictPlace, settleAll, settleConflict } from './settle'

const base = drawing({
  task: fargateTask({
    containerDefinitions: [
      container({ name: 'api', environment: [{ name: 'LOG', value: 'info' }] }),
      container({ name: 'proxy', essential: false }),
    ],
  }),
  queue: element('sqs-queue', { QueueName: 'work' }),
})

type Recipe = (draft: DesignDraft) => void

const changed = (recipe: Recipe): Design => edit(base, recipe).design
const merge = (ours: Recipe, theirs: Recipe) => mergeDesigns(base, changed(ours), changed(theirs))

/** What a draft's task holds; the specs of examples are of no certain type. */
// biome-ignore lint/suspicious/noExplicitAny: as above
const task = (draft: DesignDraft): any => draft.elements.task?.spec

describe('what only one side changed is taken from it', () => {
  test('members of one element', () => {
    const { design, conflicts } = merge(
      (draft) => {
        task(draft).cpu = '1024'
      },
      (draft) => {
        task(draft).memory = '4096'
      },
    )
    expect(conflicts).toEqual({})
    expect(design.elements.task?.spec).toMatchObject({ cpu: '1024', memory: '4096' })
    expect(design.conflicts).toBeUndefined()
  })

  test('containers and variables, by their names', () => {
    const { design, conflicts } = merge(
      (draft) => {
        task(draft).containerDefinitions.unshift(container({ name: 'init', essential: false }))
        task(draft).containerDefinitions[1].environment.push({ name: 'A', value: '1' })
      },
      (draft) => {
        task(draft).containerDefinitions[0].environment.push({ name: 'B', value: '2' })
        task(draft).containerDefinitions.pop()
      },
    )
    expect(conflicts).toEqual({})
    const containers = task(design as DesignDraft).containerDefinitions
    expect(containers.map(({ name }: { name: string }) => name)).toEqual(['init', 'api'])
    expect(containers[1].environment.map(({ name }: { name: string }) => name)).toEqual(['LOG', 'A', 'B'])
  })
})

describe('what both changed in different ways', () => {
  const image = (value: string): Recipe => {
    return (draft) => {
      task(draft).containerDefinitions[0].image = value
    }
  }

  test('is a conflict; the design holds ours and stays readable', () => {
    const { design, conflicts } = merge(image('nginx:1.28'), image('nginx:1.29'))
    expect(conflicts).toEqual({
      'task-image': {
        of: 'element',
        id: 'task',
        pointer: '/spec/containerDefinitions/name=api/image',
        base: 'public.ecr.aws/nginx/nginx:1.27',
        ours: 'nginx:1.28',
        theirs: 'nginx:1.29',
      },
    })
    expect(design.conflicts).toEqual(conflicts)
    expect(parseDesign(serialize(design))).toEqual({ ok: true, value: design })
  })

  test('is settled in its place, wherever that is by now', () => {
    const { design } = merge(image('nginx:1.28'), image('nginx:1.29'))
    const later = edit(design, (draft) => {
      task(draft).containerDefinitions.reverse()
    }).design
    const conflict = later.conflicts?.['task-image']
    expect(conflict && conflictPlace(later, conflict)).toBe(
      '/elements/task/spec/containerDefinitions/1/image',
    )
    const settled = settleConflict(later, 'task-image', 'theirs')
    expect(task(settled as DesignDraft).containerDefinitions[1].image).toBe('nginx:1.29')
    expect(settled).not.toHaveProperty('conflicts')
  })

  test('an element that one side deleted and the other changed stays until that is settled', () => {
    const { design, conflicts } = merge(
      (draft) => {
        delete draft.elements.queue
      },
      (draft) => {
        if (draft.elements.queue) draft.elements.queue.spec.VisibilityTimeout = '60'
      },
    )
    expect(Object.keys(conflicts)).toEqual(['queue'])
    expect(design.elements.queue?.spec).toMatchObject({ VisibilityTimeout: '60' })
    expect(settleAll(design, 'ours').elements).not.toHaveProperty('queue')
    expect(settleAll(design, 'theirs').elements).toHaveProperty('queue')
  })
})
