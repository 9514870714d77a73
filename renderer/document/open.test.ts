import { expect, test, vi } from 'vitest'
import { limits } from '../../shared/basics/limits'
import { testApp } from '../testing/app'
import { loadFile } from './open'

test('an import with very many remarks shows the first of them, and how many there are', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
  const app = await testApp()
  const members = Object.fromEntries(
    Array.from({ length: limits.remarks + 7 }, (_, i) => [`unheardOf${i}`, i]),
  )
  const text = JSON.stringify({ family: 'orders', containerDefinitions: [], ...members })
  await loadFile(app, { id: '1', name: 'orders.json', text })
  const { overlay } = app.store.getState()
  if (overlay?.kind !== 'report') throw new Error('No report is open.')
  expect(overlay.lines).toHaveLength(limits.remarks + 1)
  expect(overlay.lines.at(-1)?.text).toBe('And 7 more.')
})
