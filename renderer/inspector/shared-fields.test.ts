import { describe, expect, it } from 'vitest'
import { kinds } from '../../shared/elements/registry'
import { service } from '../../shared/elements/service'
import { task } from '../../shared/elements/task'
import { taskDefinition } from '../../shared/elements/task-definition'
import { fieldsOf } from './form-model'
import { sharedFields } from './shared-fields'

const keys = (of: Parameters<typeof sharedFields>[0]) => sharedFields(of).map(({ key }) => key)

describe('what several elements share', () => {
  it('of one kind is everything but the name', () => {
    const all = fieldsOf(taskDefinition.spec).map(({ key }) => key)
    expect(keys([taskDefinition, taskDefinition])).toEqual(all.filter((key) => key !== 'family'))
  })

  it('of two kinds are the members with the same schema', () => {
    expect(keys([service, task])).toEqual(expect.arrayContaining(['cluster', 'taskDefinition']))
    expect(keys([service, task])).not.toContain('schedulingStrategy')
    expect(keys([service, task])).not.toContain('serviceName')
  })

  it('does not depend on which was selected first', () => {
    for (const kind of kinds) {
      expect(new Set(keys([kind, service])), kind.kind).toEqual(new Set(keys([service, kind])))
    }
  })

  it('of nothing is nothing', () => expect(keys([])).toEqual([]))
})
