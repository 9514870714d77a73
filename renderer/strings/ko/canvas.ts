/** The canvas. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const canvas: Korean<typeof en.canvas> = {
  label: '설계 캔버스',
  drawing: '그림',
  role: '그림',
  rename: '이름',
  nameEmpty: '이름은 비워 둘 수 없습니다. Esc를 누르면 이전 이름이 유지됩니다.',
  minimap: '미니맵',
}
