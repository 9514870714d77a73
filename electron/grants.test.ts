import { describe, expect, test } from 'vitest'
import { createGrants } from './grants'

describe('grants', () => {
  test('an id leads back to the file, and shows only its name', () => {
    const grants = createGrants()
    const file = grants.grant('/home/ana/designs/orders.fairlead')
    expect(file.name).toBe('orders.fairlead')
    expect(JSON.stringify(file)).not.toContain('/home/ana')
    expect(grants.path(file.id)).toBe('/home/ana/designs/orders.fairlead')
  })

  test('the same file keeps its id, another one gets another', () => {
    const grants = createGrants()
    const { id } = grants.grant('/a/one.fairlead')
    expect(grants.grant('/a/one.fairlead').id).toBe(id)
    expect(grants.grant('/b/one.fairlead').id).not.toBe(id)
  })

  test.each(['/etc/passwd', '../secret', '', '__proto__', 'constructor'])('%j is no id', (id) => {
    const grants = createGrants()
    grants.grant('/a/one.fairlead')
    expect(grants.path(id)).toBeUndefined()
  })

  test('nothing is granted after the window has closed', () => {
    const grants = createGrants()
    const { id } = grants.grant('/a/one.fairlead')
    grants.clear()
    expect(grants.path(id)).toBeUndefined()
  })
})
