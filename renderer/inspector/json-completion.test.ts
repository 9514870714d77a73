import { describe, expect, it } from 'vitest'
import { taskDefinition } from '../../shared/elements/task-definition'
import { fieldsOf } from './form-model'
import { completionsAt } from './json-completion'

const fields = fieldsOf(taskDefinition.spec)

/** What is offered where the text has a `|`, and what it would take the place of. */
function offered(marked: string) {
  const offset = marked.indexOf('|')
  const text = marked.replace('|', '')
  const found = completionsAt(text, offset, fields)
  return found && { replaced: text.slice(found.from, found.to), inserts: found.options.map((o) => o.insert) }
}

describe('names of members', () => {
  it('are those that the object does not have yet', () => {
    const found = offered('{ "family": "orders", "|" }')
    expect(found?.replaced).toBe('""')
    expect(found?.inserts).toContain('"networkMode": ')
    expect(found?.inserts).not.toContain('"family": ')
  })

  it('get no second colon', () => {
    expect(offered('{ "net|": "awsvpc" }')?.inserts).toContain('"networkMode"')
  })

  it('follow the place: a container has its own', () => {
    const found = offered('{ "containerDefinitions": [{ "name": "api", "|" }] }')
    expect(found?.inserts).toContain('"image": ')
    expect(found?.inserts).not.toContain('"name": ')
    expect(found?.inserts).not.toContain('"family": ')
  })
})

describe('values', () => {
  it('of a choice are AWS’s', () => {
    const found = offered('{ "networkMode": "br|" }')
    expect(found?.replaced).toBe('"br"')
    expect(found?.inserts).toEqual(['"awsvpc"', '"bridge"', '"host"', '"none"'])
  })

  it('of a flag are true and false; a free text has none', () => {
    expect(offered('{ "containerDefinitions": [{ "essential": | }] }')?.inserts).toEqual(['true', 'false'])
    expect(offered('{ "family": "|" }')).toBeUndefined()
  })
})

describe('references', () => {
  const roles = [{ reference: '@{reader.arn}', name: 'reader', kind: 'IAM role' }]
  const at = (pointer: string) => (pointer === '/taskRoleArn' ? roles : [])

  it('to the elements that fit are offered where they may stand', () => {
    const text = '{ "taskRoleArn": "", "family": "" }'
    const offer = (offset: number) => completionsAt(text, offset, fields, at)?.options
    expect(offer(text.indexOf('""') + 1)).toEqual([
      { insert: '"@{reader.arn}"', label: '@{reader.arn}', detail: 'reader', info: 'IAM role' },
    ])
    expect(offer(text.lastIndexOf('""') + 1)).toBeUndefined()
  })
})
