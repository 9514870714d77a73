import { describe, expect, test } from 'vitest'
import { behindBalancer, drawing, onFargate } from '../../shared/rules/examples'
import { type Facts, factsOf, follow, notBegun } from './first-steps'

const empty: Facts = {
  elements: new Set(),
  edited: false,
  service: false,
  fronted: false,
  problems: new Map(),
}
const wrong = (...names: string[]) => new Map(names.map((name) => [name, name.split(' ').at(-1) ?? '']))
const drawn = (rest: Partial<Facts>): Facts => ({
  ...empty,
  elements: new Set(['web']),
  edited: true,
  ...rest,
})
const steps = (...facts: Facts[]) => [...facts.reduce(follow, notBegun).done]

describe('the first steps', () => {
  test('are ticked as somebody does them', () => {
    expect(steps(empty)).toEqual([])
    expect(steps(empty, drawn({ service: true, problems: wrong('no-task web') }))).toEqual(['service'])
    expect(steps(empty, drawn({ service: true }), drawn({ service: true, fronted: true }))).toEqual([
      'service',
      'connect',
    ])
    expect(
      steps(empty, drawn({ problems: wrong('a web') }), drawn({ problems: wrong('b web', 'c web') })),
    ).toEqual(['fix'])
  })

  test('stay ticked when what was done is undone', () => {
    expect(steps(empty, drawn({ service: true }), drawn({}))).toEqual(['service'])
    expect(steps(empty, drawn({ service: true }), { ...empty, edited: true })).toEqual(['service'])
  })

  test('begin anew with an empty design, and not with one that was opened', () => {
    expect(steps(empty, drawn({ service: true }), empty)).toEqual([])
    expect(follow(follow(notBegun, empty), drawn({ edited: false, service: true })).begun).toBe(false)
    expect(follow(notBegun, drawn({ service: true })).begun).toBe(false)
  })

  test('deleting what is wrong mends nothing', () => {
    const before = drawn({ elements: new Set(['web', 'job']), problems: wrong('a job') })
    expect(steps(empty, before, drawn({}))).toEqual([])
  })
})

test('a design tells whether a service is there and behind a load balancer', () => {
  expect(factsOf(drawing({}), false, [])).toMatchObject({
    elements: new Set(),
    service: false,
    fronted: false,
  })
  expect(factsOf(onFargate(), true, [])).toMatchObject({ service: true, fronted: false })
  expect(factsOf(behindBalancer(), true, [])).toMatchObject({ service: true, fronted: true })
})
