import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { serialize } from '../../shared/design/serialize'
import { designOf } from '../store'
import { testApp } from '../testing/app'
import { heardChange, takeTheirs } from './disk'
import { loadFile } from './open'
import { save } from './save'

const text = `\uFEFF${serialize({ ...emptyDesign('Shop'), region: 'eu-west-1' }).replaceAll('\n', '\r\n')}`

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', () => 0)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

async function opened(content: string) {
  const app = await testApp({ 'shop.fairlead': content })
  app.host.choose('shop.fairlead')
  const file = await app.host.openFile()
  if (!file.ok || !file.value) throw new Error('The file can’t be read.')
  await loadFile(app, file.value)
  return { ...app, inFile: () => app.host.files.get('shop.fairlead') }
}

describe('a file with a byte-order mark and the line ends of Windows', () => {
  it('keeps both, in one save after the other', async () => {
    const app = await opened(text)
    for (const name of ['Orders', 'Carts']) {
      app.edit('Rename', (draft) => Object.assign(draft, { name }))
      expect(await save(app)).toBe(true)
      expect(app.inFile()).toBe(text.replace('Shop', name))
    }
  })

  it('keeps them when it takes in what another program wrote', async () => {
    const app = await opened(text.replace('\uFEFF', '').replaceAll('\r\n', '\n'))
    app.host.change('shop.fairlead', text.replace('eu-west-1', 'us-east-1'))
    await heardChange(app, { id: 'shop.fairlead', what: 'changed' })
    takeTheirs(app)
    app.edit('Rename', (draft) => Object.assign(draft, { name: 'Orders' }))
    expect(await save(app)).toBe(true)
    expect(app.inFile()).toBe(text.replace('eu-west-1', 'us-east-1').replace('Shop', 'Orders'))
  })

  it('is as it was when an edit is made and made again the other way', async () => {
    const compact = JSON.stringify(emptyDesign('Shop'))
    const app = await opened(compact)
    const rename = (name: string) => app.edit('Rename', (draft) => Object.assign(draft, { name }))
    rename('Orders')
    rename('Shop')
    expect(await save(app)).toBe(true)
    expect(app.inFile()).toBe(compact)
  })
})

it('what would not read back is not written, and stays open', async () => {
  const app = await opened(text)
  app.edit('Break', (draft) => {
    draft.elements.a = { kind: 'note', spec: { n: Number.NaN } }
  })
  expect(await save(app)).toBe(false)
  expect(app.inFile()).toBe(text)
  expect(app.store.getState().notice).toMatchObject({ kind: 'error' })
  expect(designOf(app.store.getState()).elements).toHaveProperty('a')
})

it('a file of a newer format is refused with what to do, and neither it nor the open design is touched', async () => {
  const app = await opened(text)
  const before = designOf(app.store.getState())
  const newer = '{"format":"fairlead/2","name":"Later"}'
  app.host.files.set('later.fairlead', newer)
  await loadFile(app, { id: 'later.fairlead', name: 'later.fairlead', text: newer })
  expect(designOf(app.store.getState())).toBe(before)
  expect(app.host.files.get('later.fairlead')).toBe(newer)
  expect(JSON.stringify(app.store.getState().notice ?? app.store.getState().overlay)).toContain(
    'Update Fairlead',
  )
})
