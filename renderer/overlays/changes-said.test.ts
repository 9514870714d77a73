import { describe, expect, test } from 'vitest'
import { type Design, emptyDesign } from '../../shared/design/design'
import { type DesignDraft, edit } from '../../shared/design/edit'
import { connectBy, reparent } from '../../shared/graph/connect'
import { graphOf } from '../../shared/graph/graph'
import { validate } from '../../shared/rules/validate'
import { changesSaid, problemsSaid } from './changes-said'

const design: Design = {
  ...emptyDesign('Shop'),
  elements: {
    main: { kind: 'cluster', spec: { clusterName: 'main' } },
    api: { kind: 'service', spec: { serviceName: 'api' } },
    task: { kind: 'task-definition', spec: { family: 'orders', containerDefinitions: [{ name: 'app' }] } },
    role: { kind: 'iam-role', spec: { RoleName: 'reader' } },
  },
  layout: { main: { x: 0, y: 0 }, api: { x: 400, y: 0 }, task: { x: 800, y: 0 } },
}

const said = (recipe: (draft: DesignDraft) => void) =>
  changesSaid(design, edit(design, recipe).design, 'logical')

const shift = (draft: DesignDraft, id: string, x: number, y: number) => {
  const place = draft.layout[id]
  if (place) Object.assign(place, { x: place.x + x, y: place.y + y })
}

describe('what an edit is said to have done', () => {
  test('how far one element moved, or several that moved alike', () => {
    expect(said((draft) => shift(draft, 'api', 8, 0))).toEqual(['Moved api 8 px right.'])
    expect(said((draft) => shift(draft, 'api', -8, 24))).toEqual(['Moved api 8 px left, 24 px down.'])
    expect(
      said((draft) => {
        shift(draft, 'api', 0, -16)
        shift(draft, 'task', 0, -16)
      }),
    ).toEqual(['Moved 2 elements 16 px up.'])
  })
  test('that elements moved, where each went its own way', () => {
    expect(
      said((draft) => {
        shift(draft, 'api', 8, 0)
        shift(draft, 'task', 0, 8)
      }),
    ).toEqual(['Moved 2 elements.'])
  })
  test('into which frame, and not how far that is', () => {
    expect(said((draft) => void reparent(draft, graphOf(design), 'api', 'main'))).toEqual([
      'Moved api into main.',
    ])
  })
  test('which lines were drawn and removed', () => {
    const connect = (draft: DesignDraft) => void connectBy(draft, 'task', 'role')
    const [line] = said(connect)
    expect(line).toMatch(/^Connected: orders .+ reader\.$/)
    const after = edit(design, connect).design
    expect(changesSaid(after, design, 'logical')).toEqual([line?.replace('Connected', 'Disconnected')])
  })
  test('what came and went, without its lines', () => {
    expect(
      said((draft) => {
        draft.elements.jobs = { kind: 'sqs-queue', spec: { QueueName: 'jobs' } }
      }),
    ).toEqual(['Added jobs.'])
    expect(
      said((draft) => {
        delete draft.elements.role
        delete draft.elements.task
      }),
    ).toEqual(['Deleted 2 elements.'])
  })
  test('nothing, where only a value changed', () => {
    expect(
      said((draft) => {
        draft.elements.role = { kind: 'iam-role', spec: { RoleName: 'writer' } }
      }),
    ).toEqual([])
  })
})

describe('what became of the problems', () => {
  test('is counted: those that came, and those that went', () => {
    const worse = validate({
      ...design,
      elements: { ...design.elements, other: { kind: 'task-definition', spec: { family: 'other' } } },
    })
    const before = validate(design)
    expect(problemsSaid(before, before)).toBeUndefined()
    expect(problemsSaid(before, worse)).toMatch(/^\d+ new problems?\.$/)
    expect(problemsSaid(worse, before)).toMatch(/^\d+ mended\.$/)
  })
})
