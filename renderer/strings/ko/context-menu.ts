/** The context menu of the canvas. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const contextMenu: Korean<typeof en.contextMenu> = {
  element: '요소',
  elements: '선택한 요소',
  line: '연결',
  row: '행',
  canvas: '캔버스',
}
