import { describe, expect, test } from 'vitest'
import { emptyDesign } from '../../shared/design/design'
import { graphOf } from '../../shared/graph/graph'
import { paletteFor } from '../command-palette/palette-items'
import type { MenuContext } from '../commands/command'
import { menuGroups } from './menu-groups'

const contexts: readonly MenuContext[] = ['element', 'line', 'row', 'canvas']
const ids = (context: MenuContext) => menuGroups(context).map((group) => group.map(({ id }) => id))

describe('context menus', () => {
  test('hold what the commands say, in the groups of the menus', () => {
    expect(ids('line').flat()).toEqual(
      expect.arrayContaining(['edit.delete', 'design.fix', 'view.fit-selection']),
    )
    expect(ids('element')[0]).toEqual(expect.arrayContaining(['edit.cut', 'edit.copy', 'edit.delete']))
    expect(ids('canvas').flat()).toContain('edit.paste')
    expect(ids('canvas').flat()).not.toContain('edit.delete')
  })
  test('never delete the whole card from one of its rows', () => {
    expect(ids('row').flat()).not.toContain('edit.delete')
    expect(ids('row').flat()).not.toContain('edit.cut')
  })
  test('have nothing that is not in the palette, too', () => {
    const offered = paletteFor(graphOf(emptyDesign('Shop')), '', []).flatMap(({ items }) => items)
    const inPalette = new Set(offered.flatMap((item) => (item.kind === 'command' ? [item.command.id] : [])))
    for (const context of contexts) {
      for (const id of ids(context).flat()) expect(inPalette.has(id), id).toBe(true)
    }
  })
})
