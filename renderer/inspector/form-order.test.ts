import { describe, expect, it } from 'vitest'
import { taskDefinition } from '../../shared/elements/task-definition'
import { fieldsOf } from './form-model'
import { firstInForm, firstPlace, holdersOf } from './form-order'

const fields = fieldsOf(taskDefinition.spec)

describe('the first place of a form', () => {
  it('is its first field; with problems, the first that has one', () => {
    expect(firstPlace(fields)).toBe('/family')
    expect(firstInForm(fields, ['/containerDefinitions/0/image', '/memory', '/cpu'])).toBe('/cpu')
    expect(firstInForm(fields, ['/containerDefinitions/10/name', '/containerDefinitions/9/name'])).toBe(
      '/containerDefinitions/9/name',
    )
    expect(firstInForm(fields, [])).toBeUndefined()
  })

  it('a group comes before what is in it, and what no field shows comes last', () => {
    expect(firstInForm(fields, ['/runtimePlatform/cpuArchitecture', '/runtimePlatform'])).toBe(
      '/runtimePlatform',
    )
    expect(firstInForm(fields, ['/x-vendor', '/memory'])).toBe('/memory')
  })
})

it('a place is held by everything above it', () => {
  expect(holdersOf('/a~1b/0/c')).toEqual(['/a~1b', '/a~1b/0', '/a~1b/0/c'])
  expect(holdersOf('')).toEqual([])
})
