/** The list of what may stand at a point of the canvas. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const quickAdd: Korean<typeof en.quickAdd> = {
  title: '여기에 요소 추가',
  titleFrom: '“{{name}}”에 연결할 새 요소…',
  search: '요소 추가',
  none: '여기에 맞는 “{{query}}” 요소가 없습니다.',
  hint: '{{up}} {{down}} 선택 · {{enter}} 추가 · {{escape}} 닫기',
  results_other: '결과 {{count}}개',
}
