import { expect, it } from 'vitest'
import { recogniser } from './heard'
import { english, term } from './text'

const heard = recogniser([term("unknown option '{0}'"), term('expected {0} argument but got {1}.')])

it('takes the values out of a sentence that it knows', () => {
  expect(heard("unknown option '--colour'")).toEqual({ words: "unknown option '{0}'", values: ['--colour'] })
  expect(heard('expected 1 argument but got 2.')).toMatchObject({ values: ['1', '2'] })
  expect(english(heard("unknown option '{0}'"))).toBe("unknown option '{0}'")
})

it('leaves any other sentence as it is', () => {
  expect(heard('Something else')).toBe('Something else')
  expect(heard("An unknown option 'x'")).toBe("An unknown option 'x'")
})
