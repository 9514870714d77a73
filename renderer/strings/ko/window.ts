/** Tools and panels. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const windowTexts: Korean<typeof en.window> = {
  handTool: '손 도구: 끌면 화면이 이동합니다.',
  selectTool: '선택 도구.',
  gridOn: '격자 켬.',
  gridOff: '격자 끔.',
  minimapOn: '미니맵 켬.',
  minimapOff: '미니맵 끔.',
  panels: '패널',
  left: '요소와 개요',
  bottom: '문제와 검토',
  right: '선택한 항목의 설정',
  splitLeft: '왼쪽 패널 너비',
  splitRight: '오른쪽 패널 너비',
  splitBottom: '아래쪽 패널 높이',
}
