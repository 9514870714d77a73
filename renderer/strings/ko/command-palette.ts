/** The command palette. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const commandPalette: Korean<typeof en.commandPalette> = {
  title: '명령 팔레트',
  search: '명령, 추가할 요소, 설계의 요소',
  recent: '최근 사용',
  commands: '명령',
  addGroup: '추가',
  add: '{{name}} 추가',
  goTo: '이동',
  none: '“{{query}}”에 해당하는 항목이 없습니다.',
  noneHint: '글자를 줄이거나 영어 단어 또는 초성(ㅈㄹ)으로 찾아 보세요.',
  results_other: '결과 {{count}}개',
  shown: '{{kind}} {{name}} 선택됨',
  hint: '{{up}} {{down}} 선택 · {{enter}} 실행 · {{escape}} 닫기',
}
